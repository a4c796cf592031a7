/** Mail programs put them round what they wrote themselves and round what was typed. */
const CONTROLS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const plain = (line: string): string => line.replace(CONTROLS, '').replace(/^[\s>]+/, '').trim();

const startsQuote = (line: string): boolean =>
  /^\s*>/.test(line) || /^-- ?$/.test(line) || /^\s*(_{8,}|-{3,}.*-{3,})\s*$/.test(line);

/** `On Tue, 24 Nov 2026 at 10:00, Marlowe Road <post@…> wrote:`, in any language: it ends in a colon and names a day or an address. */
const withoutAttribution = (lines: string[]): string[] => {
  const kept = [...lines];
  const last = (): string => plain(kept.at(-1) ?? '');
  while (kept.length > 0 && last() === '') kept.pop();
  if (!/[:：]$/.test(last())) return kept;
  let attribution = kept.pop() ?? '';
  // Long ones are wrapped, so that the day or the address stands a line or two higher.
  for (let n = 0; n < 2 && !/\d{4}/.test(attribution) && kept.length > 0 && last() !== ''; n++) attribution = `${kept.pop()} ${attribution}`;
  return /\d{4}|@/.test(attribution) ? kept : lines;
};

/** `From: …`, `Sent: …`, as Outlook puts them before what it quotes, in its own language. */
const withoutHeaders = (lines: string[]): string[] => {
  const kept = [...lines];
  while (kept.length > 0 && plain(kept.at(-1) ?? '') === '') kept.pop();
  let headers = 0;
  while (/^\*?[^:：\d]{1,30}[:：]\*?\s*\S/.test(plain(kept.at(-1) ?? ''))) {
    kept.pop();
    headers += 1;
  }
  return headers >= 3 ? kept : lines;
};

/**
 * What somebody wrote anew in an answer, without what their program quoted and without their signature.
 * @param ours what was sent to them, if that is known: some programs quote without a mark.
 */
export const newWords = (text: string, ours: string | null = null): string => {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const first = plain(ours?.split('\n').find((line) => plain(line) !== '') ?? '');
  const end = lines.findIndex((line) => startsQuote(line) || (first !== '' && plain(line) === first));
  const own = end === -1 ? lines : withoutHeaders(withoutAttribution(lines.slice(0, end)));
  return own.join('\n').replace(CONTROLS, '').trim();
};
