import type { AskedWay, NotPossible, ReviewReason, UnderstandingAskedWay } from '@dragoman/contracts';

/** How a patient may be asked; `own` is what they speak. */
export const askedChoices = (own: string): { value: AskedWay; label: string }[] => [
  { value: 'exact-interpreter', label: `Through an interpreter of ${own}` },
  { value: 'own-recording', label: `With a recording or text in ${own}` },
  { value: 'relative', label: 'A relative said yes' },
  { value: 'record', label: 'It is in the record' },
  { value: 'assumed', label: 'Nobody asked, but they would agree' },
];

const ASK_INSTEAD = 'Ask the patient through an interpreter of their own variety, or with a recording or text in it.';

/** Why this is not the patient's own yes; undefined where it is. */
export const notTheirs: Partial<Record<AskedWay, string>> = {
  relative: `A relative cannot agree for the patient: they may not know, or may want to spare somebody trouble. ${ASK_INSTEAD}`,
  record: `A record says what somebody once wrote down, not what the patient agrees to now. ${ASK_INSTEAD}`,
  assumed: `Nobody asked the patient yet, and a guess is not consent. ${ASK_INSTEAD}`,
};

export const askedWords: Record<AskedWay, string> = {
  'exact-interpreter': 'asked through an interpreter of their own variety',
  'own-recording': 'asked with a recording or text in their own variety',
  'stated-earlier': 'said earlier, and it still stands',
  relative: 'a relative said so',
  record: 'from the record',
  assumed: 'nobody asked',
};

export const understandingChoices: { value: UnderstandingAskedWay; label: string }[] = [
  { value: 'another-interpreter', label: 'Through another interpreter' },
  { value: 'text-or-recording', label: 'With a text or recording in their language' },
  { value: 'without-interpreter', label: 'Without an interpreter' },
  { value: 'same-interpreter', label: 'Through the same interpreter' },
];

export const reviewReasonChoices: { value: ReviewReason; label: string }[] = [
  { value: 'not-understood', label: 'They do not understand each other' },
  { value: 'other-dialect', label: 'The patient speaks another dialect than recorded' },
  { value: 'sound-or-place', label: 'It was the sound or the place' },
  { value: 'recorded-by-mistake', label: 'It was recorded by mistake' },
  { value: 'patient-asked', label: 'The patient asked for it' },
];

/** Interpreters whom nothing but the patient's own consent keeps from being asked. */
export const needsOnlyConsent = ({ reasons, varietyId }: NotPossible): boolean =>
  varietyId !== null &&
  reasons.length === 1 &&
  reasons.every(({ code }) => code === 'language-needs-consent' || code === 'language-last-resort');

/** By variety, in the order of the list. */
export const byVariety = (people: readonly NotPossible[]): { varietyId: string; level: NotPossible['level']; names: string[] }[] => {
  const groups = new Map<string, { varietyId: string; level: NotPossible['level']; names: string[] }>();
  for (const { varietyId, level, displayName } of people) {
    if (varietyId === null) continue;
    const group = groups.get(varietyId) ?? { varietyId, level, names: [] };
    groups.set(varietyId, { ...group, names: [...group.names, displayName] });
  }
  return [...groups.values()];
};
