import type { Patient } from '@dragoman/contracts';

export type PatientLanguage = Patient['languages'][number];

const whyNot = ({ enoughForDoctor, learntHow }: PatientLanguage): string => {
  if (!enoughForDoctor) return 'not enough for a doctor';
  return learntHow === 'relative' ? 'a relative said so, ask the patient' : 'only a record says so, ask the patient';
};

/** Every language that the patient speaks or signs; one that an interpreter may not be booked in says why. */
export const languageChoices = (languages: readonly PatientLanguage[]) =>
  languages
    .filter(({ role }) => role !== 'reads')
    .map((language) => ({
      value: language.varietyId,
      label: language.isBookable ? language.name : `${language.name}: ${whyNot(language)}`,
      disabled: !language.isBookable,
    }));
