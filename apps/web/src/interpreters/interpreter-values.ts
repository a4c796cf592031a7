import { interpreterChange, interpreterInput, type Interpreter, type InterpreterChange, type InterpreterInput } from '@dragoman/contracts';
import { pointFromTyping, positionWords } from '../fields/position';

export type Span = InterpreterInput['hours'][number];
export type Skill = InterpreterInput['skills'][number];

/** What the form holds: the position as typed, the rate in pounds. */
export type InterpreterValues = Omit<InterpreterInput, 'home' | 'hourlyRate' | 'radiusKm' | 'skills'> & {
  home: string;
  ratePounds: number | string;
  radiusKm: number | string;
  skills: (Omit<Skill, 'credential'> & { credential: string })[];
  /** As it was read; nothing to compare for somebody new. */
  version: number;
};

const workdays = [1, 2, 3, 4, 5];

export const emptyInterpreter = (zone: string): InterpreterValues => ({
  displayName: '',
  gender: 'not-said',
  phone: '',
  email: '',
  zone,
  home: '',
  radiusKm: 25,
  transport: 'public',
  modalities: ['in-person', 'video', 'phone'],
  ratePounds: 38,
  skills: [],
  version: 1,
  hours: workdays.map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
});

export const valuesOf = ({ id: _id, hourlyRate, skills, ...rest }: Interpreter): InterpreterValues => ({
  ...rest,
  home: '',
  ratePounds: hourlyRate / 100,
  skills: skills.map(({ name: _name, credential, ...skill }) => ({ ...skill, credential: credential ?? '' })),
});

export const inputOf = ({ home, ratePounds, radiusKm, skills, ...rest }: InterpreterValues): InterpreterChange => {
  const point = pointFromTyping(home);
  return {
    ...rest,
    radiusKm: Number(radiusKm),
    hourlyRate: Math.round(Number(ratePounds) * 100),
    skills: skills.map(({ credential, ...skill }) => ({ ...skill, credential: credential.trim() || null })),
    ...(point && { home: point }),
  };
};

/** Field messages by path. A new interpreter needs a home point; a known one keeps theirs. */
export const checkInterpreter = (values: InterpreterValues, { isNew }: { isNew: boolean }): Record<string, string> => {
  const { error } = (isNew ? interpreterInput : interpreterChange).safeParse(inputOf(values));
  const messages = Object.fromEntries(
    (error?.issues ?? []).map(({ path, message }) => [path[0] === 'hourlyRate' ? 'ratePounds' : path.join('.'), message]),
  );
  const isHomeWrong = values.home.trim() === '' ? isNew : pointFromTyping(values.home) === null;
  if (isHomeWrong) messages.home = positionWords.wrong;
  values.hours.forEach(({ from, to }, index) => {
    if (from >= to) messages[`hours.${index}.to`] = 'Later than the start.';
  });
  return messages;
};

/** Every workday gets the same spans as this one. */
export const copiedToWorkdays = (hours: Span[], weekday: number): Span[] => {
  const spans = hours.filter((span) => span.weekday === weekday);
  const kept = hours.filter((span) => !workdays.includes(span.weekday));
  return [...workdays.flatMap((day) => spans.map((span) => ({ ...span, weekday: day }))), ...kept];
};
