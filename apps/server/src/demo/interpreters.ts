import type { InterpreterInput, StatedHours, Transport } from '@dragoman/interpreters';
import { addDays, instantOf, type LocalDate, wallClock } from '@dragoman/kernel';
import { zone } from './clinics';
import { credentialOf } from './credentials';
import { type Demand, demand } from './demand';
import { Dice } from './dice';
import type { NameBook } from './names';

type NewInterpreter = InterpreterInput & { home: NonNullable<InterpreterInput['home']> };

const middle = { latitude: 51.535, longitude: -0.02 };

const days = (from: number, to: number, begins: string, ends: string): StatedHours[] =>
  Array.from({ length: to - from + 1 }, (_, day) => ({ weekday: from + day, from: begins, to: ends }));

/** Enough people work every day that a demonstration has somebody free on a Sunday evening, too. */
const weeks: readonly StatedHours[][] = [
  days(1, 7, '07:00', '22:00'),
  days(1, 5, '08:00', '18:00'),
  days(1, 7, '07:00', '22:00'),
  days(1, 6, '09:00', '17:00'),
  [...days(1, 4, '09:30', '14:30'), ...days(6, 6, '10:00', '16:00')],
  days(1, 7, '07:00', '22:00'),
  [...days(1, 5, '17:00', '22:00'), ...days(6, 7, '08:00', '20:00')],
];

const waysToTravel: readonly Transport[] = ['public', 'public', 'car', 'bicycle', 'public'];

interface Turn {
  demand: Demand;
  /** Among those of this language. */
  place: number;
  /** Among all. */
  turn: number;
}

/** The first of each language works every day, in every way and everywhere, so that nobody is without hope. */
const isMainstay = ({ demand: { women = 1 }, place }: Turn): boolean => place < women;

const skillsOf = (turn: Turn, today: LocalDate): NewInterpreter['skills'] => {
  const { variety, also = [[]], pivot } = turn.demand;
  const first = { varietyId: variety, otherId: pivot, ...credentialOf({ variety, turn: turn.turn, isMainstay: isMainstay(turn) }, today) };
  const others = Dice.turn(also, turn.place).map((varietyId) => ({ varietyId, credential: null, credentialExpiresOn: null }));
  return [first, ...others];
};

const waysToWork: readonly NewInterpreter['modalities'][] = [
  ['in-person', 'video', 'phone'],
  ['in-person', 'phone'],
  ['in-person', 'video', 'phone'],
  ['video', 'phone'],
];

const modalitiesOf = (turn: Turn): NewInterpreter['modalities'] => {
  if (turn.demand.variety === 'bfi') return ['in-person', 'sign-video'];
  return isMainstay(turn) ? ['in-person', 'video', 'phone'] : Dice.turn(waysToWork, turn.turn);
};

const rolesOf = ({ demand: { variety }, place, turn }: Turn): NewInterpreter['roles'] => {
  if (variety === 'bfi' && place > 0) return ['interpreter', 'deaf-relay'];
  if (turn % 9 === 4) return ['interpreter', 'cultural-mediator'];
  return turn % 13 === 7 ? ['interpreter', 'advocate'] : ['interpreter'];
};

/** Holidays, an afternoon off, a Saturday morning beyond the week. */
const exceptionsOf = (turn: Turn, today: LocalDate): NewInterpreter['exceptions'] => {
  if (isMainstay(turn)) return [];
  const on = (offset: number, length = 0) => ({ fromDate: addDays(today, offset), toDate: addDays(today, offset + length) });
  const { weekday } = wallClock(instantOf(`${today}T12:00`, zone, { gap: 'forward', fold: 'earlier' }), zone);
  return Dice.turn<NonNullable<NewInterpreter['exceptions']>>(
    [
      [],
      [{ kind: 'away', ...on(5, 6), from: null, to: null }],
      [],
      [{ kind: 'away', ...on(2), from: '12:00', to: '16:30' }],
      [],
      [{ kind: 'extra', ...on(6 + 7 - weekday), from: '09:00', to: '13:00' }],
    ],
    turn.turn,
  );
};

/** With the first clinic some agreed on mornings only, and one on nothing at all. */
const agreedHoursOf = (turn: Turn): NewInterpreter['organisationHours'] => {
  if (isMainstay(turn) || turn.turn % 11 !== 5) return null;
  return turn.turn % 22 === 16 ? [] : days(1, 5, '08:30', '13:00');
};

/** What somebody wants of their own working life; whoever is needed every day wants nothing. */
const limitsOf = (turn: Turn): Pick<NewInterpreter, 'dailyCapMinutes' | 'servesRequests'> => {
  if (isMainstay(turn)) return {};
  return {
    dailyCapMinutes: Dice.turn([null, null, 360, null, 240], turn.turn),
    ...(turn.turn % 19 === 3 && { servesRequests: [] }),
  };
};

const emailOf = (name: string): string =>
  `${name.normalize('NFKD').replace(/[^a-zA-Z ]/g, '').trim().toLowerCase().replace(/ +/g, '.')}@example.org`;

const phoneOf = (turn: number): string => `07700 9001${String(turn).padStart(2, '0')}`;

const interpreterOf = (turn: Turn, names: NameBook, dice: Dice, today: LocalDate): NewInterpreter => {
  const { names: pool, women = 0 } = turn.demand;
  const { full, gender } = names.next({ pool, of: 'interpreter', gender: turn.place < women ? 'woman' : undefined });
  return {
    displayName: full,
    gender,
    phone: phoneOf(turn.turn),
    email: emailOf(full),
    zone,
    home: {
      latitude: middle.latitude + (dice.roll() - 0.5) * 0.14,
      longitude: middle.longitude + (dice.roll() - 0.5) * 0.24,
    },
    radiusKm: isMainstay(turn) ? 40 : Dice.turn([25, 15, 40, 20], turn.turn),
    transport: Dice.turn(waysToTravel, turn.turn),
    modalities: modalitiesOf(turn),
    hourlyRate: 2600 + dice.between(0, 12) * 100,
    skills: skillsOf(turn, today),
    roles: rolesOf(turn),
    exceptions: exceptionsOf(turn, today),
    organisationHours: agreedHoursOf(turn),
    ...limitsOf(turn),
    hours: isMainstay(turn) ? days(1, 7, '07:00', '22:00') : Dice.turn(weeks, turn.turn),
  };
};

/** About sixty people who interpret for whichever clinic asks. */
export const demoInterpreters = (names: NameBook, dice: Dice, today: LocalDate): NewInterpreter[] =>
  demand
    .flatMap((one) => Array.from({ length: one.interpreters }, (_, place) => ({ demand: one, place })))
    .map((one, turn) => interpreterOf({ ...one, turn }, names, dice, today));
