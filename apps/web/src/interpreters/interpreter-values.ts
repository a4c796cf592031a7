import {
  type DatedException, interpreterChange, interpreterInput, type Interpreter, type InterpreterChange, type InterpreterInput,
} from '@dragoman/contracts';
import { pointFromTyping, positionWords } from '../fields/position';

export type Span = InterpreterInput['hours'][number];
export type Skill = InterpreterInput['skills'][number];

/** A skill as typed: what is empty is not said. */
export type SkillValues = {
  varietyId: string;
  otherId: string;
  direction: NonNullable<Skill['direction']>;
  credential: string;
  credentialBody: string;
  credentialLevel: string;
  credentialExpiresOn: string | null;
  scope: NonNullable<Skill['scope']>;
};

export type ExceptionValues = {
  kind: DatedException['kind'];
  fromDate: string | null;
  toDate: string | null;
  isWhole: boolean;
  from: string | null;
  to: string | null;
};

/** What the form holds: the position as typed, the rate in pounds, the daily limit in hours. */
export type InterpreterValues = Pick<InterpreterInput, 'displayName' | 'gender' | 'phone' | 'email' | 'zone' | 'transport' | 'modalities'> & {
  home: string;
  ratePounds: number | string;
  radiusKm: number | string;
  dailyHours: number | string;
  roles: NonNullable<InterpreterInput['roles']>;
  servesRequests: NonNullable<InterpreterInput['servesRequests']>;
  skills: SkillValues[];
  hours: Span[];
  /** Null: the general week holds for this clinic, too. */
  organisationHours: Span[] | null;
  /** Works for this clinic. */
  isInHouse: boolean;
  exceptions: ExceptionValues[];
  /** As it was read; nothing to compare for somebody new. */
  version: number;
};

const workdays = [1, 2, 3, 4, 5];

export const emptyInterpreter = (zone: string): InterpreterValues => ({
  displayName: '',
  gender: 'not-said',
  servesRequests: [],
  phone: '',
  email: '',
  zone,
  home: '',
  radiusKm: 25,
  transport: 'public',
  modalities: ['in-person', 'video', 'phone'],
  roles: ['interpreter'],
  dailyHours: '',
  ratePounds: 38,
  skills: [],
  version: 1,
  hours: workdays.map((weekday) => ({ weekday, from: '09:00', to: '17:00' })),
  organisationHours: null,
  isInHouse: false,
  exceptions: [],
});

export const emptySkill = (varietyId: string): SkillValues => ({
  varietyId,
  otherId: 'eng',
  direction: 'both',
  credential: '',
  credentialBody: '',
  credentialLevel: '',
  credentialExpiresOn: null,
  scope: [],
});

export const valuesOf = (interpreter: Interpreter): InterpreterValues => {
  const { displayName, gender, phone, email, zone, transport, modalities, roles, servesRequests, hours, organisationHours, isInHouse, version } = interpreter;
  return {
    displayName,
    gender,
    phone,
    email,
    zone,
    transport,
    modalities,
    roles,
    servesRequests,
    hours,
    organisationHours,
    isInHouse,
    version,
    home: '',
    radiusKm: interpreter.radiusKm,
    ratePounds: interpreter.hourlyRate / 100,
    dailyHours: interpreter.dailyCapMinutes === null ? '' : interpreter.dailyCapMinutes / 60,
    skills: interpreter.skills.map((skill) => ({
      varietyId: skill.varietyId,
      otherId: skill.otherId,
      direction: skill.direction,
      credential: skill.credential ?? '',
      credentialBody: skill.credentialBody ?? '',
      credentialLevel: skill.credentialLevel ?? '',
      credentialExpiresOn: skill.credentialExpiresOn,
      scope: skill.scope,
    })),
    exceptions: interpreter.exceptions.map((exception) => ({ ...exception, isWhole: exception.from === null })),
  };
};

/** Without a name there is no credential of which anything could be said. */
const skillInputOf = ({ varietyId, otherId, direction, credential, credentialBody, credentialLevel, credentialExpiresOn, scope }: SkillValues): Skill =>
  credential.trim() === ''
    ? { varietyId, otherId, direction, credential: null, credentialExpiresOn: null, credentialBody: null, credentialLevel: null, scope: [] }
    : {
        varietyId,
        otherId,
        direction,
        credentialExpiresOn,
        scope,
        credential: credential.trim(),
        credentialBody: credentialBody.trim() || null,
        credentialLevel: credentialLevel.trim() || null,
      };

const exceptionInputOf = ({ kind, fromDate, toDate, isWhole, from, to }: ExceptionValues): DatedException => {
  const first = fromDate ?? '';
  return { kind, fromDate: first, toDate: toDate ?? first, from: isWhole ? null : from, to: isWhole ? null : to };
};

export const inputOf = ({ home, ratePounds, radiusKm, dailyHours, skills, exceptions, ...rest }: InterpreterValues): InterpreterChange => {
  const point = pointFromTyping(home);
  return {
    ...rest,
    radiusKm: Number(radiusKm),
    hourlyRate: Math.round(Number(ratePounds) * 100),
    dailyCapMinutes: dailyHours === '' ? null : Math.round(Number(dailyHours) * 60),
    skills: skills.map(skillInputOf),
    exceptions: exceptions.map(exceptionInputOf),
    ...(point && { home: point }),
  };
};

/** Where the form calls a field otherwise than the server does. */
export const fieldNames: Readonly<Record<string, string>> = { hourlyRate: 'ratePounds', dailyCapMinutes: 'dailyHours' };

const fieldWords: Readonly<Record<string, string>> = { dailyCapMinutes: 'Between a quarter of an hour and 24 hours.' };

const checkSpans = (spans: readonly Span[], path: string, messages: Record<string, string>) =>
  spans.forEach(({ from, to }, index) => {
    if (from >= to) messages[`${path}.${index}.to`] = 'Later than the start.';
  });

const checkExceptions = (exceptions: readonly ExceptionValues[], messages: Record<string, string>) =>
  exceptions.forEach(({ fromDate, isWhole, from, to }, index) => {
    if (fromDate === null) messages[`exceptions.${index}.fromDate`] = 'Choose a day.';
    if (!isWhole && from === null) messages[`exceptions.${index}.from`] = 'From when?';
    if (!isWhole && to === null) messages[`exceptions.${index}.to`] = 'Until when?';
  });

/** Field messages by path. A new interpreter needs a home point; a known one keeps theirs. */
export const checkInterpreter = (values: InterpreterValues, { isNew }: { isNew: boolean }): Record<string, string> => {
  const { error } = (isNew ? interpreterInput : interpreterChange).safeParse(inputOf(values));
  const messages = Object.fromEntries(
    (error?.issues ?? []).map(({ path, message }) => {
      const name = String(path[0]);
      return [fieldNames[name] ?? path.join('.'), fieldWords[name] ?? message];
    }),
  );
  const isHomeWrong = values.home.trim() === '' ? isNew : pointFromTyping(values.home) === null;
  if (isHomeWrong) messages.home = positionWords.wrongIn(values.home);
  checkSpans(values.hours, 'hours', messages);
  checkSpans(values.organisationHours ?? [], 'organisationHours', messages);
  checkExceptions(values.exceptions, messages);
  return messages;
};

/** Every workday gets the same spans as this one. */
export const copiedToWorkdays = (hours: Span[], weekday: number): Span[] => {
  const spans = hours.filter((span) => span.weekday === weekday);
  const kept = hours.filter((span) => !workdays.includes(span.weekday));
  return [...workdays.flatMap((day) => spans.map((span) => ({ ...span, weekday: day }))), ...kept];
};
