import { z } from 'zod';
import { id, instant, line } from './shared';

export const recordedVarietyParams = z.object({ varietyId: z.string().max(60) });
export const recordPhraseParams = recordedVarietyParams.extend({ phrase: z.string().max(40) });
/** A WAV file as it is. */
export const recordedSound = z.instanceof(Uint8Array);
export const ownRecordingQuery = z.object({
  /** Who says it. */
  speaker: line(80),
  /** Our own recording of the phrase that was there; left out: there was none. */
  replaces: id.optional(),
});
export type OwnRecordingQuery = z.infer<typeof ownRecordingQuery>;
/** Comma-separated: what is to be said, and what is there. */
export const scriptText = z.string();

export const recordedPhrase = z.object({
  phrase: z.string(),
  group: z.enum(['greeting', 'weekday', 'day', 'month', 'hour', 'minute', 'part', 'answer']),
  /** What it says, in English. */
  english: z.string(),
  /** Null: nobody has recorded it. */
  recording: z
    .object({
      id,
      /** Else the installation’s, for every organisation. */
      isOwn: z.boolean(),
      type: z.enum(['audio/mpeg', 'audio/wav']),
      speaker: z.string().nullable(),
      /** Null where it was not measured. */
      seconds: z.number().nullable(),
      /** LUFS as it was recorded; null where it was not measured. */
      loudness: z.number().nullable(),
      recordedAt: instant,
    })
    .nullable(),
});
export type RecordedPhrase = z.infer<typeof recordedPhrase>;

export const recordingVariety = z.object({
  varietyId: z.string(),
  name: z.string(),
  autonym: z.string().nullable(),
  there: z.int(),
  of: z.int(),
  phrases: z.array(recordedPhrase),
});
export type RecordingVariety = z.infer<typeof recordingVariety>;

const counted = recordingVariety.omit({ phrases: true }).extend({ hasTexts: z.boolean() });
/** Varieties with recordings, and those that nothing is written for. */
export const recordingVarieties = z.object({ begun: z.array(counted), unwritten: z.array(counted) });
export type RecordingVarieties = z.infer<typeof recordingVarieties>;
