import { type CsvRow, DomainError, Invalid, parseCsv } from '@dragoman/kernel';
import type { Languages } from '@dragoman/languages';
import type { InterpreterDescription } from './interpreter.entity';
import { type CellProblem, Cells } from './roster.cells';
import { neededColumns, personColumns, type RosterColumn, rosterColumns } from './roster.columns';
import { pairOf, problemOfSkill, type SkillField, type StatedSkill } from './skill.policy';
import type { StatedHours } from './weekly-hours.entity';

const MOST_LINES = 5_000;
const MOST_BYTES = 2 * 1024 * 1024;
const MOST_LANGUAGES = 20;

/** What the cells say of a person; left out: nothing. */
export type StatedPerson = Partial<InterpreterDescription> & { hours?: StatedHours[] | undefined };

export interface RosterLine {
  line: number;
  email: string;
  /** `Sudanese Arabic`, as the file names it. */
  language: string;
  skill: StatedSkill | undefined;
  problems: CellProblem[];
}

export interface RosterPerson {
  email: string;
  person: StatedPerson;
  /** The first carries what is said of the person. */
  lines: [RosterLine, ...RosterLine[]];
}

const genders = ['woman', 'man', 'another', 'not-said'] as const;
const requests = ['woman', 'man'] as const;
const transports = ['walk', 'bicycle', 'public', 'car'] as const;
const modalities = ['in-person', 'video', 'phone', 'sign-video'] as const;
const roles = ['interpreter', 'cultural-mediator', 'advocate', 'peer-navigator', 'deaf-relay'] as const;
const directions = ['both', 'into-other', 'out-of-other'] as const;
const scopes = ['health', 'mental-health', 'social-care', 'legal'] as const;

/** @throws Invalid `roster-too-large`, `roster-columns`, `roster-empty`, and `broken-csv` naming the line. */
const rowsOf = (text: string): CsvRow[] => {
  if (Buffer.byteLength(text) > MOST_BYTES) throw new Invalid('roster-too-large', 'A roster has at most 2 MB: split it.');
  const rows = parseCsv(text);
  if (rows.length > MOST_LINES) throw new Invalid('roster-too-large', `A roster has at most 5,000 lines, this one has ${rows.length}: split it.`);
  const [first] = rows;
  if (!first) throw new Invalid('roster-empty', 'There is nobody in it: below the header there must be at least one line.');
  const names = Object.keys(first.cells);
  const unknown = names.filter((name) => !rosterColumns.some((column) => column === name));
  const missing = neededColumns.filter((column) => !names.includes(column));
  if (missing.length > 0 || unknown.length > 0)
    throw new Invalid(
      'roster-columns',
      [
        missing.length > 0 ? `The header lacks ${missing.join(', ')}.` : '',
        unknown.length > 0 ? `Nothing here is called ${unknown.map((name) => `“${name.slice(0, 40)}”`).join(', ')}.` : '',
        'Columns are named as in the template and separated by commas.',
      ]
        .filter(Boolean)
        .join(' '),
    );
  return rows;
};

const homeIn = (cells: Cells): InterpreterDescription['home'] => {
  const latitude = cells.number('latitude', { least: -90, most: 90 });
  const longitude = cells.number('longitude', { least: -180, most: 180 });
  if (latitude !== undefined && longitude !== undefined) return { latitude, longitude };
  if (cells.raw('latitude') !== '' && cells.raw('longitude') === '') cells.wrong('longitude', 'A latitude alone is no place.');
  if (cells.raw('longitude') !== '' && cells.raw('latitude') === '') cells.wrong('latitude', 'A longitude alone is no place.');
  return undefined;
};

const personIn = (cells: Cells): StatedPerson => {
  const rate = cells.number('hourly_rate', { least: 0, most: 1000 });
  return {
    displayName: cells.text('display_name', 80),
    gender: cells.oneOf('gender', genders),
    servesRequests: cells.raw('serves').toLowerCase() === 'none' ? [] : cells.someOf('serves', requests),
    phone: cells.text('phone', 40),
    zone: cells.text('zone', 60),
    home: homeIn(cells),
    radiusKm: cells.number('radius_km', { least: 1, most: 500 }),
    transport: cells.oneOf('transport', transports),
    modalities: cells.someOf('modalities', modalities),
    roles: cells.someOf('roles', roles),
    dailyCapMinutes: cells.number('daily_cap_minutes', { least: 15, most: 1440, whole: true }),
    hourlyRate: rate === undefined ? undefined : Math.round(rate * 100),
    hours: cells.hours('weekly_hours'),
  } as StatedPerson;
};

const columnOf: Readonly<Record<SkillField, RosterColumn>> = {
  varietyId: 'language',
  otherId: 'other_language',
  credential: 'credential',
};

/** The id and the name must mean the same: public lists of codes are wrong often enough (`pat` is not Patois). */
const varietyIn = (cells: Cells, languages: Languages): string | undefined => {
  const [id, name] = [cells.text('language', 40), cells.text('language_name', 80)];
  if (cells.problems.some(({ column }) => column === 'language' || column === 'language_name')) return undefined;
  if (id === undefined) return cells.wrong('language', 'Which language is it? Write its id.');
  if (name === undefined) return cells.wrong('language_name', `Write the name of “${id}”, too: the two are compared.`);
  try {
    return languages.agree(id, name).id;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return cells.wrong('language', error.message);
  }
};

const otherIn = (cells: Cells, languages: Languages): string | undefined => {
  const id = cells.text('other_language', 40);
  if (id === undefined || languages.all().some((variety) => variety.id === id)) return id;
  return cells.wrong('other_language', `There is no language “${id}” here. Write its id, as “eng” for English.`);
};

const skillIn = (cells: Cells, languages: Languages): StatedSkill | undefined => {
  const varietyId = varietyIn(cells, languages);
  const otherId = otherIn(cells, languages);
  const rest = {
    direction: cells.oneOf('direction', directions),
    credential: cells.text('credential', 80) ?? null,
    credentialBody: cells.text('credential_body', 80) ?? null,
    credentialLevel: cells.text('credential_level', 40) ?? null,
    credentialExpiresOn: cells.date('credential_expires_on') ?? null,
    scope: cells.someOf('scope', scopes),
  };
  if (varietyId === undefined || (otherId === undefined && cells.raw('other_language') !== '')) return undefined;
  const skill = { varietyId, otherId, ...rest };
  const problem = problemOfSkill(languages, skill);
  return problem ? cells.wrong(columnOf[problem.field], problem.message) : skill;
};

const isSaidAgain = (cells: Cells, first: Cells): void => {
  for (const column of personColumns) {
    const [said, before] = [cells.raw(column), first.raw(column)];
    if (column !== 'email' && said !== '' && said !== before)
      cells.wrong(column, 'An earlier line says something else of this person. Say it once, or the same.');
  }
};

const refuseTwice = (cells: Cells, skill: StatedSkill | undefined, lines: readonly RosterLine[]): void => {
  const before = skill && lines.find((line) => line.skill && pairOf(line.skill) === pairOf(skill));
  if (before) cells.wrong('language', `This person has this language in line ${before.line} already.`);
  if (lines.length === MOST_LANGUAGES) cells.wrong('language', `At most ${MOST_LANGUAGES} languages.`);
};

/** The people of a file in its order, with what is wrong with each line. @throws as `rowsOf`. */
export const readRoster = (text: string, languages: Languages): RosterPerson[] => {
  const people = new Map<string, RosterPerson & { first: Cells }>();
  for (const row of rowsOf(text)) {
    const cells = new Cells(row);
    const email = (cells.text('email', 200) ?? '').toLowerCase();
    if (email === '') cells.wrong('email', 'Whose line is it? Write the email address.');
    // A line of nobody stands alone, so that two of them are not taken for one person.
    const key = email === '' ? `line ${row.line}` : email;
    const skill = skillIn(cells, languages);
    const line: RosterLine = { line: row.line, email, language: cells.raw('language_name'), skill, problems: cells.problems };
    const known = people.get(key);
    if (!known) {
      people.set(key, { email, person: personIn(cells), lines: [line], first: cells });
      continue;
    }
    isSaidAgain(cells, known.first);
    refuseTwice(cells, skill, known.lines);
    known.lines.push(line);
  }
  return [...people.values()].map(({ email, person, lines }) => ({ email, person, lines }));
};
