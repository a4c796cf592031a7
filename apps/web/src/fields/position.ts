export type Point = { latitude: number; longitude: number };

/** `51.5463, -0.0554` as every map copies it; anything else, or a point off the globe, is `null`. */
export const pointFromTyping = (text: string): Point | null => {
  const match = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text);
  if (!match) return null;
  const point = { latitude: Number(match[1]), longitude: Number(match[2]) };
  return Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? point : null;
};

export const positionWords = {
  placeholder: '51.5463, -0.0554',
  wrong: 'Write two numbers with a comma: 51.5463, -0.0554.',
};
