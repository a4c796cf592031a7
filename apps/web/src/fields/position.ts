export type Point = { latitude: number; longitude: number };

const number = String.raw`(-?\d{1,3}(?:\.\d+)?)`;
const pair = String.raw`${number}(?:,|%2C|\s)\s*(?:\+|%20)*${number}`;

/** Latitude, then longitude, wherever a map's own links have them; the place that was chosen before the middle of the view. */
const inLinks = [
  new RegExp(String.raw`!3d${number}!4d${number}`),
  new RegExp(String.raw`[?&#]mlat=${number}&mlon=${number}`),
  new RegExp(String.raw`[?&](?:q|ll|sll|query|coordinate|center|destination)=(?:loc:)?${pair}`, 'i'),
  new RegExp(String.raw`^geo:${pair}`, 'i'),
  new RegExp(String.raw`/@${pair}`),
  new RegExp(String.raw`#map=\d+(?:\.\d+)?/${number}/${number}`),
];

const bare = /^\(?\s*(-?\d{1,2}(?:\.\d+)?)°?\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)°?\s*\)?$/;
/** `51°32'46.7"N 0°03'19.4"W`, `51.5463° N, 0.0554° W` */
const onCompass = /^(\d{1,2}(?:\.\d+)?)[°\s]\s*(?:(\d{1,2}(?:\.\d+)?)['′]\s*)?(?:(\d{1,2}(?:\.\d+)?)["″]\s*)?([NS])[,;\s]+(\d{1,3}(?:\.\d+)?)[°\s]\s*(?:(\d{1,2}(?:\.\d+)?)['′]\s*)?(?:(\d{1,2}(?:\.\d+)?)["″]\s*)?([EW])$/i;

const onGlobe = (latitude: number, longitude: number): Point | null =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;

const degrees = (whole = '0', minutes = '0', seconds = '0', side = 'N'): number =>
  (Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600) * (/[SW]/i.test(side) ? -1 : 1);

const isLink = (text: string): boolean => /^(https?:\/\/|geo:|www\.|maps\.)/i.test(text);

/** What a map copies: two numbers, a compass reading, or a whole link; anything else, or a point off the globe, is `null`. */
export const pointFromTyping = (typed: string): Point | null => {
  const text = typed.trim();
  const match = isLink(text) ? inLinks.map((shape) => shape.exec(text)).find((found) => found !== null) : bare.exec(text);
  if (match) return onGlobe(Number(match[1]), Number(match[2]));
  const compass = onCompass.exec(text);
  if (!compass) return null;
  const [, d1, m1, s1, ns, d2, m2, s2, ew] = compass;
  return onGlobe(degrees(d1, m1, s1, ns), degrees(d2, m2, s2, ew));
};

/** Whoever shortened it keeps the position to themselves. */
const isShortLink = (text: string): boolean => /^https?:\/\/(maps\.app\.goo\.gl|goo\.gl|maps\.apple\/|osm\.org\/go|bit\.ly)/i.test(text.trim());

export const positionWords = {
  placeholder: '51.5463, -0.0554',
  wrong: 'Write two numbers with a comma: 51.5463, -0.0554.',
  /** What to do about exactly that. */
  wrongIn: (text: string): string => {
    if (isShortLink(text)) return 'A short link does not say where it leads. Open it, and copy the address of the page that opens, or the two numbers.';
    return isLink(text.trim()) ? 'There is no position in this link. Copy the two numbers that the map shows for the building.' : positionWords.wrong;
  },
};
