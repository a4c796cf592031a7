import { folded, isQuestion } from './reply-folding';

const word = 'ok|okay|seen|yes';
const shapes = [new RegExp(`^(?:(?:${word}) ?)?(?<code>\\d{4})$`, 'u'), new RegExp(`^(?<code>\\d{4}) ?(?:${word})$`, 'u')];

/** The code in an answer of somebody on duty, `OK 4821`, if that is the whole text; null where it is not. */
export const readAlertReply = (text: string): string | null => {
  if (isQuestion(text)) return null;
  const reply = folded(text);
  return shapes.map((shape) => shape.exec(reply)?.groups?.['code']).find((code) => code !== undefined) ?? null;
};
