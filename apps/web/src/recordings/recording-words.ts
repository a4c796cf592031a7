import type { RecordedPhrase, RecordingVariety } from '@dragoman/contracts';

export const groupWords: Readonly<Record<RecordedPhrase['group'], string>> = {
  greeting: 'Greeting',
  weekday: 'Weekdays',
  day: 'Days of the month',
  month: 'Months',
  hour: 'Hours',
  minute: 'Minutes',
  part: 'Parts of the day',
  answer: 'Answers',
};

/** In the order in which they are said. */
export const groups = (phrases: readonly RecordedPhrase[]): [RecordedPhrase['group'], RecordedPhrase[]][] =>
  [...new Set(phrases.map(({ group }) => group))].map((group) => [group, phrases.filter((phrase) => phrase.group === group)]);

/** How far a language has got, and what follows. */
export const standing = ({ there, of }: Pick<RecordingVariety, 'there' | 'of'>): string =>
  there === of ? 'Complete: patients who speak it can be called in it.' : `Not called in yet: ${of - there} of ${of} are missing.`;

const minus = (value: number): string => value.toFixed(0).replace('-', '−');

/** What is known of a recording, in one line. */
export const factsOf = ({ isOwn, speaker, seconds, loudness, type }: NonNullable<RecordedPhrase['recording']>): string =>
  [
    isOwn ? speaker : 'For every organisation',
    seconds === null ? null : `${seconds.toFixed(1)} s`,
    loudness === null ? (type === 'audio/mpeg' ? 'loudness not measured' : null) : `recorded at ${minus(loudness)} LUFS`,
  ]
    .filter((fact) => fact !== null)
    .join(' · ');

/** A file is named after its phrase, whatever its kind. */
export const phraseOf = (fileName: string): string => fileName.replace(/\.[^.]*$/, '').toLowerCase();
