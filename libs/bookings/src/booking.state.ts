import { Conflict, Forbidden } from '@dragoman/kernel';
import type { Actor, StaffRole } from '@dragoman/platform';

export const bookingStates = [
  'requested',
  'offering',
  'confirmed',
  'in-progress',
  'completed',
  'cancelled',
  'unmet',
  'patient-absent',
  'interpreter-absent',
] as const;
export type BookingState = (typeof bookingStates)[number];

/** Where attendance takes a booking. */
export type Progressed = Extract<BookingState, 'confirmed' | 'in-progress' | 'completed' | 'patient-absent' | 'interpreter-absent'>;

/** Who takes a step: a member of staff by their role, or whoever else acts. */
export type Mover = StaffRole | Exclude<Actor['kind'], 'staff'>;

export const moverOf = (actor: Actor): Mover => (actor.kind === 'staff' ? actor.role : actor.kind);

type Steps = Readonly<Partial<Record<BookingState, readonly Mover[]>>>;

const staff: readonly Mover[] = ['receptionist', 'coordinator', 'administrator'];
/** Deciding that nobody serves, or that a cancellation was none, is not for the desk alone. */
const coordinators: readonly Mover[] = ['coordinator', 'administrator'];
const staffAndJobs: readonly Mover[] = [...staff, 'job'];
const staffAndInterpreter: readonly Mover[] = [...staff, 'interpreter'];
/** A job follows what a clinician said behind a link, who may not write to a booking. */
const bothSides: readonly Mover[] = [...staffAndInterpreter, 'job'];

/** A job books whom the organisation may book without asking; an agency gives its word. */
const whoeverFills: readonly Mover[] = [...staffAndInterpreter, 'job', 'agency'];

const toBeFilled: Steps = {
  requested: [...staffAndJobs, 'interpreter'],
  offering: [...staffAndJobs, 'interpreter'],
  confirmed: whoeverFills,
  cancelled: staff,
  unmet: [...coordinators, 'job'],
  /** Whoever was booked did not come, and nobody else was found in time. */
  'interpreter-absent': staff,
};

/**
 * Every allowed step, and who may take it. What is not here is refused. Back to `requested`: whoever was asked said no, whoever was
 * booked, or had a place in a team or a relay, gave it back or did not come, something changed that needs a new match, or a cancellation was voided.
 */
export const transitions: Readonly<Record<BookingState, Steps>> = {
  requested: toBeFilled,
  offering: toBeFilled,
  confirmed: {
    requested: [...staffAndJobs, 'interpreter'],
    /** Somebody else instead, in one step. */
    confirmed: staff,
    'in-progress': bothSides,
    cancelled: staff,
    unmet: coordinators,
    'patient-absent': staffAndInterpreter,
    'interpreter-absent': staff,
  },
  'in-progress': {
    /** Whoever tapped by mistake takes it back; that they did stays on record. */
    confirmed: bothSides,
    completed: bothSides,
    cancelled: staff,
    'patient-absent': staffAndInterpreter,
    'interpreter-absent': staff,
  },
  completed: { 'in-progress': bothSides },
  cancelled: { requested: coordinators },
  unmet: {},
  /** They came after all. */
  'patient-absent': { confirmed: bothSides },
  'interpreter-absent': {},
};

const said: Record<BookingState, string> = {
  requested: 'waits for somebody to offer it',
  offering: 'is being offered',
  confirmed: 'is confirmed',
  'in-progress': 'has begun',
  completed: 'is completed',
  cancelled: 'was cancelled',
  unmet: 'could not be filled',
  'patient-absent': 'ended because the patient did not come',
  'interpreter-absent': 'ended because the interpreter did not come',
};

const ahead: readonly BookingState[] = ['requested', 'offering', 'confirmed'];

/** What was agreed may be changed as long as it lies ahead. @throws Conflict `booking-state` as `assertTransition`. */
export const assertAhead = (state: BookingState): void => {
  if (!ahead.includes(state)) throw new Conflict('booking-state', `This booking ${said[state]}. Nothing was changed.`, { from: state });
};

/** @throws Conflict `booking-state` saying what the booking is instead; Forbidden `not-this-role` where somebody else may take that step. */
export const assertTransition = (from: BookingState, to: BookingState, by: Mover): void => {
  const movers = transitions[from][to];
  if (!movers) throw new Conflict('booking-state', `This booking ${said[from]}. Nothing was changed.`, { from, to });
  if (!movers.includes(by))
    throw new Forbidden('not-this-role', 'Somebody with another role has to do that. Nothing was changed.', { from, to });
};
