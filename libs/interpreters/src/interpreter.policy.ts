import { Invalid } from '@dragoman/kernel';
import type { Languages } from '@dragoman/languages';

interface Stated {
  varietyId: string;
  credential: string | null;
  credentialExpiresOn: string | null;
}

/**
 * Somebody interprets a variety that people speak or sign, never a collective name: "Arabic" would hide who understands whom.
 * @throws Invalid `not-interpretable`, `credential-unnamed`; NotFound for a variety that does not exist.
 */
export const assertInterpretable = (languages: Languages, skills: readonly Stated[]): void => {
  for (const [n, { varietyId, credential, credentialExpiresOn }] of skills.entries()) {
    const variety = languages.variety(varietyId);
    if (!variety.bookable)
      throw new Invalid('not-interpretable', `"${variety.nameEn}" is not one language that somebody interprets. Ask which one.`, {
        path: `skills.${n}.varietyId`,
      });
    if (credential === null && credentialExpiresOn !== null)
      throw new Invalid('credential-unnamed', `Name the credential in ${variety.nameEn} that expires on ${credentialExpiresOn}.`, {
        path: `skills.${n}.credential`,
      });
  }
};
