import type { InterpreterInput, StatedHours, Transport } from '@dragoman/interpreters';
import { addDays, type LocalDate } from '@dragoman/kernel';
import { zone } from './clinics';
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

const credentials = ['DPSI Health', 'Community Interpreting Level 3', 'NRPSI full status', null, 'DPSI Health'] as const;
const waysToTravel: readonly Transport[] = ['public', 'public', 'car', 'bicycle', 'public'];

/** Days until a credential lapses; the first two warn. */
const lapses = [21, 52, 310, 240, 410, 630, 190, 800];
const LAPSED = -12;

interface Turn {
  demand: Demand;
  /** Among those of this language. */
  place: number;
  /** Among all. */
  turn: number;
}

/** The first of each language works every day, in every way and everywhere, so that nobody is without hope. */
const isMainstay = ({ demand: { women = 1 }, place }: Turn): boolean => place < women;

const daysToLapse = (turn: Turn): number =>
  turn.turn % 17 === 6 && !isMainstay(turn) ? LAPSED : Dice.turn(lapses, turn.turn * 3);

const skillsOf = (turn: Turn, today: LocalDate): NewInterpreter['skills'] => {
  const { variety, also = [[]] } = turn.demand;
  const credential = variety === 'bfi' ? 'NRCPD registered' : Dice.turn(credentials, turn.turn);
  const credentialExpiresOn = credential === null ? null : addDays(today, daysToLapse(turn));
  return [variety, ...Dice.turn(also, turn.place)].map((varietyId, rank) => ({
    varietyId,
    credential: rank === 0 ? credential : null,
    credentialExpiresOn: rank === 0 ? credentialExpiresOn : null,
  }));
};

const waysToWork: readonly NewInterpreter['modalities'][] = [
  ['in-person', 'video', 'phone'],
  ['in-person', 'phone'],
  ['in-person', 'video', 'phone'],
  ['video', 'phone'],
];

const modalitiesOf = (turn: Turn): NewInterpreter['modalities'] => {
  if (turn.demand.variety === 'bfi') return ['in-person', 'video'];
  return isMainstay(turn) ? ['in-person', 'video', 'phone'] : Dice.turn(waysToWork, turn.turn);
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
    hours: isMainstay(turn) ? days(1, 7, '07:00', '22:00') : Dice.turn(weeks, turn.turn),
  };
};

/** About sixty people who interpret for whichever clinic asks. */
export const demoInterpreters = (names: NameBook, dice: Dice, today: LocalDate): NewInterpreter[] =>
  demand
    .flatMap((one) => Array.from({ length: one.interpreters }, (_, place) => ({ demand: one, place })))
    .map((one, turn) => interpreterOf({ ...one, turn }, names, dice, today));
