import { folded, isQuestion } from './reply-folding';

export interface OfferReply {
  /** Null where only a code was written. */
  answer: 'accept' | 'decline' | null;
  /** Four digits, as they stand in the offer; null where none was written. */
  code: string | null;
}

const answers: Readonly<Record<string, 'accept' | 'decline'>> = {
  yes: 'accept',
  y: 'accept',
  accept: 'accept',
  no: 'decline',
  n: 'decline',
  decline: 'decline',
};

const word = Object.keys(answers).join('|');
const shapes = [
  new RegExp(`^(?<answer>${word})? ?(?<code>\\d{4})$`, 'u'),
  new RegExp(`^(?<code>\\d{4}) ?(?<answer>${word})$`, 'u'),
  new RegExp(`^(?<answer>${word})$`, 'u'),
];

/** Whether a whole text is an interpreter's answer to an offer, in English as the offers are: `YES 4821`. Null where it is not. */
export const readOfferReply = (text: string): OfferReply | null => {
  if (isQuestion(text)) return null;
  const reply = folded(text);
  const groups = shapes.map((shape) => shape.exec(reply)?.groups).find((found) => found !== undefined);
  if (!groups) return null;
  const { answer, code } = groups;
  return { answer: answer === undefined ? null : (answers[answer] ?? null), code: code ?? null };
};
