import { languageForReader, languageForSpeaker, type PatientLanguage, type PatientVoice, unreviewed } from '@dragoman/words';
import { type CommunicationProfile, mayBeInterpretedIn, readsOf } from '@dragoman/patients';

/** A variety in which somebody recorded all that a call says. */
export interface RecordedVariety {
  varietyId: string;
  /** In English. */
  varietyName: string;
}

type Speaking = Pick<CommunicationProfile, 'languages'>;

const spokenBy = (profile: Speaking): string[] =>
  profile.languages
    .filter(({ role, varietyId }) => role === 'speaks' && mayBeInterpretedIn(profile, varietyId))
    .sort((a, b) => a.rank - b.rank)
    .map(({ varietyId }) => varietyId);

/** In whose letters somebody reads, they mostly hear it too. */
const heardAsRead = (profile: Speaking): PatientLanguage | null => {
  const language = languageForReader(readsOf(profile).map(({ varietyId }) => varietyId));
  return language !== null && !unreviewed.catalogOf(language).spoken?.speakersOnly ? language : null;
};

/** The first variety that they speak of those that were recorded. */
export const recordedVarietyFor = (profile: Speaking, recorded: readonly RecordedVariety[]): RecordedVariety | null =>
  spokenBy(profile).map((id) => recorded.find(({ varietyId }) => varietyId === id)).find((found) => found !== undefined) ?? null;

/**
 * In whose voice this patient is called: a person's recording in a variety that they speak, a machine's voice that speaks
 * theirs, or one in a language that they read. A standard language is not understood for being related: who speaks Sudanese
 * Arabic and reads nothing is not called in the Arabic of newsreaders, nor a Cantonese speaker in Mandarin. Null: a person calls.
 */
export const voiceFor = (profile: Speaking, recorded: readonly RecordedVariety[]): PatientVoice | null => {
  const spoken = spokenBy(profile);
  const recording = recordedVarietyFor(profile, recorded);
  const understood = spoken.map(languageForSpeaker).find((found) => found !== null) ?? heardAsRead(profile);
  const language = understood !== null && unreviewed.catalogOf(understood).spoken !== null ? understood : null;
  if (recording) return { kind: 'recorded', ...recording, orSay: language };
  return language && { kind: 'say', language };
};
