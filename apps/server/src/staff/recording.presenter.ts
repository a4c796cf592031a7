import type { RecordedPhrase, RecordingVarieties, RecordingVariety } from '@dragoman/contracts';
import { isoOf } from '@dragoman/kernel';
import type { Variety } from '@dragoman/languages';
import type { RecordingRow } from '@dragoman/recordings';
import { languageForReader, phrases, type PhraseScript, phraseScripts } from '@dragoman/words';

type Counted = RecordingVarieties['begun'][number];

const presentPhrase = ({ phrase, group, english }: PhraseScript, heard: RecordingRow | undefined): RecordedPhrase => ({
  phrase,
  group,
  english,
  recording: heard
    ? {
        id: heard.id,
        isOwn: heard.isOwn,
        type: heard.type,
        speaker: heard.speaker,
        seconds: heard.seconds,
        loudness: heard.loudness,
        recordedAt: isoOf(heard.importedAt),
      }
    : null,
});

export const presentRecordings = ({ id, nameEn, autonym }: Variety, rows: readonly RecordingRow[]): RecordingVariety => {
  const shown = phraseScripts.map((script) => presentPhrase(script, rows.find(({ phrase }) => phrase === script.phrase)));
  return { varietyId: id, name: nameEn, autonym, there: shown.filter(({ recording }) => recording).length, of: phrases.length, phrases: shown };
};

export const presentCounted = ({ id, nameEn, autonym }: Variety, there: number): Counted => ({
  varietyId: id,
  name: nameEn,
  autonym,
  there,
  of: phrases.length,
  hasTexts: languageForReader([id]) !== null,
});

/** For spreadsheets, what begins like a formula is not one; nothing here does. */
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** What whoever will speak takes along: every phrase, what it says, and whether it is there. */
export const scriptTable = ({ phrases: shown }: RecordingVariety): string =>
  [['file', 'say', 'recorded'], ...shown.map(({ phrase, english, recording }) => [`${phrase}.wav`, english, recording ? 'yes' : 'no'])]
    .map((cells) => cells.map(cell).join(','))
    .join('\r\n');
