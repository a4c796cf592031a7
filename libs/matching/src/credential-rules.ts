import type { SkillScope } from '@dragoman/interpreters';
import type { Topic } from '@dragoman/languages';
import { type HardRule, listed, type PairCase, type Rule } from './rule';

const isValidThatDay: Rule<PairCase> = ({ request, skill }) =>
  !skill?.credentialExpiresOn || skill.credentialExpiresOn >= request.date
    ? null
    : `Credential ${skill.credential ?? ''} lapses on ${skill.credentialExpiresOn}, before this appointment.`;

/** What a credential must cover. */
export const scopeFor = (topic: Topic | null): SkillScope =>
  topic === 'mental-health' ? 'mental-health' : topic === 'safeguarding' ? 'social-care' : 'health';

const inWords = (scope: string): string => scope.replaceAll('-', ' ');

/** A credential that does not say what it covers is not refused for it. */
const coversTopic: Rule<PairCase> = ({ request, skill }) => {
  const needed = scopeFor(request.topic);
  return !skill || skill.scope.length === 0 || skill.scope.includes(needed)
    ? null
    : `Credential ${skill.credential ?? ''} covers ${listed(skill.scope.map(inWords))}, not ${inWords(needed)}.`;
};

export const credentialRules: readonly HardRule<PairCase>[] = [
  { code: 'credential-lapsed', whyNot: isValidThatDay },
  { code: 'credential-out-of-scope', whyNot: coversTopic },
];
