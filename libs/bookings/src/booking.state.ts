import { Conflict } from '@dragoman/kernel';

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

/** Every allowed step. What is not here is refused. Back to `requested`: everybody who was asked said no, or the language changed. */
export const transitions: Readonly<Record<BookingState, readonly BookingState[]>> = {
  requested: ['requested', 'offering', 'confirmed', 'cancelled', 'unmet'],
  offering: ['requested', 'offering', 'confirmed', 'cancelled', 'unmet'],
  confirmed: ['requested', 'in-progress', 'cancelled', 'unmet', 'patient-absent', 'interpreter-absent'],
  'in-progress': ['completed', 'cancelled', 'patient-absent', 'interpreter-absent'],
  completed: [],
  cancelled: [],
  unmet: [],
  'patient-absent': [],
  'interpreter-absent': [],
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

/** @throws Conflict `booking-state` saying what the booking is instead. */
export const assertTransition = (from: BookingState, to: BookingState): void => {
  if (!transitions[from].includes(to))
    throw new Conflict('booking-state', `This booking ${said[from]}. Nothing was changed.`, { from, to });
};
