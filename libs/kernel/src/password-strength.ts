export const LEAST_PASSWORD = 12;
export const MOST_PASSWORD = 200;

/** `short`: fewer than 12 characters. `guessed`: among the first that anybody tries. */
export type PasswordStrength = 'short' | 'guessed' | 'fair' | 'strong';

/** What the lists of the commonest passwords are made of. */
const common = [
  'password', 'passwort', 'welcome', 'letmein', 'iloveyou', 'qwertyuiop', 'qwertz', 'qwerty', 'asdfghjkl', 'zxcvbnm', '1q2w3e4r5t', 'admin', 'secret',
  'changeme', 'dragoman', 'interpreter', 'hospital', 'clinic', 'summer', 'winter', 'autumn', 'spring', 'january', 'monday', 'football', 'abc',
];

/** As whoever tries them reads what is meant to look clever: `P4$$w0rd`. */
const plainly = (text: string): string => text.replace(/[@4]/g, 'a').replace(/0/g, 'o').replace(/[$5]/g, 's').replace(/[1!|]/g, 'i');

const without = (text: string, words: readonly string[]): string => words.reduce((left, word) => left.split(word).join(''), text);

/** Characters that do not follow from the one before: `6789`, `dcba` and `aaaa` are one each. */
const surprises = (text: string): number =>
  Array.from(text).filter((character, at, all) => at === 0 || Math.abs(character.charCodeAt(0) - (all[at - 1] ?? '').charCodeAt(0)) > 1).length;

const FEWEST_SURPRISES = 6;
const FEWEST_DIFFERENT = 5;
const STRONG = 14;

/**
 * How soon a password would be guessed, from what is known without asking anybody.
 * @param about words that whoever tries would begin with: the name, the address
 */
export const passwordStrength = (password: string, about: readonly string[] = []): PasswordStrength => {
  if (password.length < LEAST_PASSWORD) return 'short';
  const text = password.toLowerCase();
  const known = about.flatMap((one) => one.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2);
  const left = Math.min(surprises(text), surprises(without(text, known)), surprises(without(plainly(text), [...known, ...common])));
  if (new Set(text).size < FEWEST_DIFFERENT || left < FEWEST_SURPRISES) return 'guessed';
  return left >= STRONG ? 'strong' : 'fair';
};
