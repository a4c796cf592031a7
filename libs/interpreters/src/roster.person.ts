import { Invalid, type LocalDate } from '@dragoman/kernel';
import { Interpreter, type InterpreterDescription } from './interpreter.entity';
import type { InterpreterInput } from './interpreter-writes.service';
import { personColumns, type RosterColumn } from './roster.columns';
import type { Known } from './roster.known';
import type { RosterLine, RosterPerson, StatedPerson } from './roster.lines';
import type { Skill } from './skill.entity';
import { skillOf, type StatedSkill } from './skill.policy';
import { statedHours, type StatedHours, WeeklyHours } from './weekly-hours.entity';

/** One person of a file, as they would be written. */
export interface Draft {
  name: string;
  lines: RosterPerson['lines'];
  outcome: 'new' | 'changes' | 'same';
  changes: string[];
  warnings: { line: number; sentence: string }[];
  knownId: string | undefined;
  /** E.164, where it could be read. */
  phone: string | undefined;
  /** Undefined where something is wrong. */
  input: InterpreterInput | undefined;
}

const needed: readonly [keyof StatedPerson, RosterColumn][] = [
  ['displayName', 'display_name'],
  ['phone', 'phone'],
  ['zone', 'zone'],
  ['home', 'latitude'],
  ['modalities', 'modalities'],
  ['hourlyRate', 'hourly_rate'],
];

const usual = { gender: 'not-said', radiusKm: 25, transport: 'public' } as const;

const columnOfPath: Readonly<Record<string, RosterColumn>> = { phone: 'phone', email: 'email', zone: 'zone' };

/** What is called what in a sentence about a change. */
const changeWords: readonly [(keyof Interpreter)[], string][] = [
  [['displayName'], 'name'],
  [['gender'], 'gender'],
  [['servesRequests'], 'requests served'],
  [['phone'], 'phone'],
  [['zone'], 'time zone'],
  [['latitude', 'longitude'], 'home position'],
  [['radiusKm'], 'radius'],
  [['transport'], 'transport'],
  [['modalities'], 'ways of working'],
  [['roles'], 'roles'],
  [['dailyCapMinutes'], 'daily limit'],
  [['hourlyRate'], 'rate'],
];

const sorted = (value: unknown): unknown => (Array.isArray(value) ? [...value].sort() : value);
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

const skillText = (skill: Skill): string => {
  const { varietyId, otherId, direction, credential, credentialExpiresOn, credentialBody, credentialLevel, scope } = skill;
  return JSON.stringify([varietyId, otherId, direction, credential, credentialExpiresOn, credentialBody, credentialLevel, [...scope].sort()]);
};
const hoursText = ({ weekday, fromMinute, toMinute }: WeeklyHours): string => JSON.stringify([weekday, fromMinute, toMinute]);

const stated = (person: StatedPerson): StatedPerson =>
  Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined)) as StatedPerson;

/** A gender that is said anew brings its own requests, unless they are said, too. */
const knownDescription = ({ interpreter }: Known, said: StatedPerson): Omit<InterpreterDescription, 'home'> => {
  const { displayName, gender, phone, email, zone, radiusKm, transport, modalities, hourlyRate, roles, servesRequests, dailyCapMinutes } = interpreter;
  const requests = said.gender !== undefined && said.gender !== gender ? {} : { servesRequests };
  return { displayName, gender, phone, email, zone, radiusKm, transport, modalities, hourlyRate, roles, dailyCapMinutes, ...requests };
};

const describe = (known: Known | undefined, description: InterpreterDescription, first: RosterLine): Interpreter | undefined => {
  const interpreter = Object.assign(new Interpreter(), known?.interpreter);
  try {
    interpreter.describe(description);
    return interpreter;
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const column = columnOfPath[String(error.details.path)];
    if (!column) throw error;
    first.problems.push({ column, sentence: error.message });
    return undefined;
  }
};

const changesOf = (known: Known, now: Interpreter, skills: readonly StatedSkill[], hours: readonly StatedHours[] | undefined): string[] => {
  const words = changeWords.filter(([fields]) => fields.some((field) => !isSame(known.interpreter[field], now[field]))).map(([, word]) => word);
  const newSkills = skills.map((skill) => skillText(skillOf('', skill)));
  if (!isSame(known.skills.map(skillText), newSkills)) words.push('languages');
  const newHours = hours?.map((span) => hoursText(WeeklyHours.of('', span)));
  if (newHours && !isSame(known.hours.map(hoursText), newHours)) words.push('weekly hours');
  return words;
};

const warningsOf = ({ lines }: RosterPerson, known: Known | undefined, hours: readonly StatedHours[], today: LocalDate | undefined): Draft['warnings'] => {
  const [first] = lines;
  const warnings = lines.flatMap(({ line, skill }) =>
    skill?.credentialExpiresOn && today && skill.credentialExpiresOn < today
      ? [{ line, sentence: `The credential lapsed on ${skill.credentialExpiresOn}: without it they are not offered where one is needed.` }]
      : [],
  );
  if (hours.length === 0) warnings.push({ line: first.line, sentence: 'No weekly hours: they are found only once there are some.' });
  if (known && !known.interpreter.active) warnings.push({ line: first.line, sentence: 'Not active, and stays so.' });
  return warnings;
};

const refuseMissing = (person: StatedPerson, first: RosterLine): void => {
  for (const [field, column] of needed)
    if (person[field] === undefined && !first.problems.some((problem) => problem.column === column))
      first.problems.push({ column, sentence: 'Needed for somebody new.' });
};

/** @param todayIn the date in a zone */
export const draftOf = (read: RosterPerson, known: Known | undefined, todayIn: (zone: string) => LocalDate): Draft => {
  const { email, lines } = read;
  const [first] = lines;
  const { hours, ...said } = stated(read.person);
  if (!known && email !== '') refuseMissing(said, first);
  const name = said.displayName ?? known?.interpreter.displayName ?? '';
  const weekly = hours ?? known?.hours.map(statedHours) ?? [];
  const description = { ...usual, ...(known && knownDescription(known, said)), ...said, email } as InterpreterDescription;
  // What is wrong with a language does not keep the person from being looked at.
  const isReadable = email !== '' && first.problems.every(({ column }) => !personColumns.includes(column));
  const interpreter = isReadable ? describe(known, description, first) : undefined;
  const skills = lines.flatMap(({ skill }) => skill ?? []);
  const changes = known && interpreter ? changesOf(known, interpreter, skills, hours) : [];
  return {
    name,
    lines,
    outcome: !known ? 'new' : changes.length > 0 ? 'changes' : 'same',
    changes,
    warnings: warningsOf(read, known, weekly, interpreter && todayIn(interpreter.zone)),
    knownId: known?.interpreter.id,
    phone: interpreter?.phone,
    input: interpreter && { ...description, skills, hours: weekly },
  };
};
