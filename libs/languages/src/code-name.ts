import { Invalid, NotFound } from '@dragoman/kernel';
import { miscodes } from './miscodes';
import { candidatesFor, isCalled, listed } from './names';
import type { Registry } from './registry';
import type { Variety } from './variety';

const meantBy = (registry: Registry, name: string): string => {
  const candidates = candidatesFor(registry, name);
  return candidates.length > 0 ? ` “${name}” is ${listed(candidates)}.` : '';
};

/**
 * The variety that a code and a name beside it both stand for, as importers read them: public lists write `pat` for
 * Patois, which is Papitalai. The name must be one of that variety's own; a code that only opens a question is refused with it.
 * @throws NotFound `unknown-language`; Invalid `code-is-not-the-name` saying what the code really is, `ask-which-language`
 */
export const agreedVariety = (registry: Registry, code: string, name: string): Variety => {
  const [written, called] = [code.trim(), name.trim()];
  const id = written.toLowerCase();
  const really = miscodes[id];
  if (really !== undefined)
    throw new Invalid('code-is-not-the-name', `“${written}” is ${really}, not ${called}.${meantBy(registry, called)}`, { code: id });
  const variety = registry.find(id) ?? registry.renamed(id);
  if (!variety)
    throw new NotFound('unknown-language', `No language here has the code “${written}”.${meantBy(registry, called)}`, { code: id });
  if (!isCalled(variety, called))
    throw new Invalid('code-is-not-the-name', `“${written}” is ${variety.nameEn}, not ${called || 'nameless'}.${meantBy(registry, called)}`, {
      code: id,
    });
  if (!variety.bookable)
    throw new Invalid('ask-which-language', variety.triageQuestion ?? `“${variety.nameEn}” is several languages: ask which.`, {
      code: id,
      options: registry.triage(variety)?.options ?? [],
    });
  return variety;
};
