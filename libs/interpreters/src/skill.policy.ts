import { Conflict, Invalid, type LocalDate } from '@dragoman/kernel';
import type { Languages, Variety } from '@dragoman/languages';
import { Skill, type SkillDirection, type SkillScope } from './skill.entity';

export interface StatedSkill {
  varietyId: string;
  credential: string | null;
  credentialExpiresOn: LocalDate | null;
  /** Left out: English. */
  otherId?: string | undefined;
  /** Left out: both. */
  direction?: SkillDirection | undefined;
  credentialBody?: string | null | undefined;
  credentialLevel?: string | null | undefined;
  scope?: readonly SkillScope[] | undefined;
}

const USUAL_OTHER = 'eng';

export const skillOf = (interpreterId: string, { varietyId, credential, credentialExpiresOn, ...more }: StatedSkill): Skill =>
  Object.assign(new Skill(), {
    interpreterId,
    varietyId,
    credential,
    credentialExpiresOn,
    otherId: more.otherId ?? USUAL_OTHER,
    direction: more.direction ?? 'both',
    credentialBody: more.credentialBody ?? null,
    credentialLevel: more.credentialLevel ?? null,
    scope: [...new Set(more.scope ?? [])],
  });

export type SkillField = 'varietyId' | 'otherId' | 'credential';

/** What is wrong with one skill: where, and the refusal as a person reads it. */
export interface SkillProblem {
  field: SkillField;
  code: string;
  message: string;
}

const whichOne = (languages: Languages, { id, nameEn }: Variety): string =>
  `"${nameEn}" is not one language that somebody interprets. ${languages.triage(id)?.question ?? 'Ask which one.'}`;

/**
 * Somebody interprets between two varieties that people speak or sign, never a collective name: "Arabic" would hide who
 * understands whom. @throws NotFound `unknown-variety`.
 */
export const problemOfSkill = (languages: Languages, skill: StatedSkill): SkillProblem | null => {
  const variety = languages.variety(skill.varietyId);
  const other = languages.variety(skill.otherId ?? USUAL_OTHER);
  if (!variety.bookable) return { field: 'varietyId', code: 'not-interpretable', message: whichOne(languages, variety) };
  if (!other.bookable) return { field: 'otherId', code: 'not-interpretable', message: whichOne(languages, other) };
  if (variety.id === other.id)
    return { field: 'otherId', code: 'one-language-twice', message: `Choose what ${variety.nameEn} is interpreted into: these are the same.` };
  // Matching looks for the patient's side first, and nobody books speech to be found under a sign language.
  if (variety.kind === 'spoken' && other.kind === 'signed')
    return { field: 'varietyId', code: 'sign-language-first', message: `Put ${other.nameEn} first and ${variety.nameEn} on the other side.` };
  const says = skill.credentialExpiresOn ?? skill.credentialBody ?? skill.credentialLevel ?? skill.scope?.[0];
  if (skill.credential === null && says !== undefined)
    return { field: 'credential', code: 'credential-unnamed', message: `Name the credential in ${variety.nameEn} of which this is said.` };
  return null;
};

/** The same from either side. */
export const pairOf = ({ varietyId, otherId = USUAL_OTHER }: Pick<StatedSkill, 'varietyId' | 'otherId'>): string =>
  [varietyId, otherId].sort().join(' ');

/**
 * @throws Invalid `not-interpretable`, `one-language-twice`, `sign-language-first`, `credential-unnamed`;
 * Conflict `language-twice`; NotFound for a variety that does not exist.
 */
export const assertInterpretable = (languages: Languages, skills: readonly StatedSkill[]): void => {
  const seen = new Set<string>();
  for (const [n, skill] of skills.entries()) {
    const problem = problemOfSkill(languages, skill);
    if (problem) throw new Invalid(problem.code, problem.message, { path: `skills.${n}.${problem.field}` });
    if (seen.has(pairOf(skill))) throw new Conflict('language-twice', 'A language is in the list twice.', { path: `skills.${n}.varietyId` });
    seen.add(pairOf(skill));
  }
};
