import type { AccountMail } from '@dragoman/contracts';
import type { Tone } from '../design/tone';

/** `The link for a new password`, `The invitation`: how far it has got. */
export const mailWords = (what: string, { state, why }: AccountMail): { tone: Tone; words: string } => {
  const words: Record<AccountMail['state'], string> = {
    'on-its-way': `${what} is on its way.`,
    sent: `${what} was sent.`,
    arrived: `${what} has arrived.`,
    'not-arrived': `${what} did not arrive. ${why ?? ''}`.trim(),
    unknown: `Nobody can say whether ${what.charAt(0).toLowerCase()}${what.slice(1)} arrived.`,
  };
  const tones: Record<AccountMail['state'], Tone> = { 'on-its-way': 'quiet', sent: 'quiet', arrived: 'ok', 'not-arrived': 'bad', unknown: 'warn' };
  return { tone: tones[state], words: words[state] };
};
