import { demand } from './demand';
import { Dice } from './dice';
import { demoInterpreters } from './interpreters';
import { NameBook } from './names';
import { demoPatients } from './patients';

const everybody = () => {
  const dice = new Dice(3);
  const names = new NameBook(dice);
  const interpreters = demoInterpreters(names, dice, '2026-03-04');
  return { interpreters, patients: [...demoPatients(names, 0, 20), ...demoPatients(names, 1, 120)] };
};

const family = (name: string): string => name.split(' ').at(-1) ?? '';

describe('the people of the demonstration', () => {
  it('have names of their own', () => {
    const { interpreters, patients } = everybody();
    const names = [...interpreters.map(({ displayName }) => displayName), ...patients.map(({ name }) => name)];
    expect(new Set(names).size).toBe(names.length);
  });

  it('never look like their own relative’s interpreter', () => {
    const { interpreters, patients } = everybody();
    const families = new Map(demand.map(({ variety }) => [variety, new Set<string>()]));
    for (const { displayName, skills } of interpreters)
      for (const { varietyId } of skills) families.get(varietyId)?.add(family(displayName));
    for (const { name, languages } of patients) expect(families.get(languages[0]?.varietyId ?? '')?.has(family(name))).toBe(false);
  });

  it('have telephones of their own', () => {
    const { interpreters, patients } = everybody();
    const phones = [...interpreters.map(({ phone }) => phone), ...patients.flatMap(({ channels }) => channels.filter(({ channel }) => channel !== 'email').map(({ address }) => address))];
    expect(new Set(phones).size).toBe(phones.length);
  });

  it('include a woman who interprets for a patient who asks for one', () => {
    const women = everybody().interpreters.filter(({ gender, skills }) => gender === 'woman' && skills[0]?.varietyId === 'apd');
    expect(women.length).toBeGreaterThanOrEqual(2);
  });
});
