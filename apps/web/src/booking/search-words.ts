import type { SearchView, SearchWay } from '@dragoman/contracts';

export const wayWords: Record<SearchWay, string> = {
  waves: 'Ask the best, then the next, until somebody accepts',
  broadcast: 'Ask everybody who is possible at once',
  'in-house': 'Book our own interpreters, then ask others',
};

const numberWords = ['nobody', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inWords = (count: number): string => numberWords[count] ?? String(count);
const begun = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type Said = Pick<SearchView, 'way' | 'wave' | 'askedInWave' | 'openInWave' | 'asked'>;

/** What has been done: `Wave 2: three were asked at 11:12, one has not answered.` @param at the time of the wave, as it is said. */
export const doneSentence = ({ way, wave, askedInWave, openInWave }: Said, at: string): string => {
  if (wave === 0) return way === 'in-house' ? 'It looks for somebody of our own now.' : 'It begins now.';
  const asked = `${inWords(askedInWave)} ${askedInWave === 1 ? 'was' : 'were'} asked ${at}`;
  const waiting =
    openInWave === 0
      ? 'all have answered'
      : openInWave === askedInWave
        ? `${askedInWave === 1 ? 'they have' : askedInWave === 2 ? 'neither has' : 'none has'} ${askedInWave === 1 ? 'not ' : ''}answered yet`
        : `${inWords(openInWave)} ${openInWave === 1 ? 'has' : 'have'} not answered yet`;
  return way === 'broadcast' ? `${begun(asked)}, ${waiting}.` : `Wave ${wave}: ${asked}, ${waiting}.`;
};

/** What comes by itself, and when. @param at the time of the next step, as it is said; null: at once. */
export const nextSentence = ({ openInWave, wave }: Said, at: string | null): string => {
  if (at === null || wave === 0) return '';
  return openInWave === 0 ? `It looks for more ${at}.` : `The next are asked ${at}, sooner if all say no.`;
};
