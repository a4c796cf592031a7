import { Conflict } from '@dragoman/kernel';
import { assertTransition, type BookingState, bookingStates, transitions } from './booking.state';

const allowed: Record<BookingState, BookingState[]> = {
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

describe('the states of a booking', () => {
  const pairs = bookingStates.flatMap((from) => bookingStates.map((to) => [from, to] as const));

  it.each(pairs)('%s → %s is as the clinic agreed', (from, to) => {
    const step = () => assertTransition(from, to);
    if (allowed[from].includes(to)) expect(step).not.toThrow();
    else expect(step).toThrow(Conflict);
  });

  it('end where no step leads on', () => {
    expect(bookingStates.filter((state) => transitions[state].length === 0)).toEqual(['completed', 'cancelled', 'unmet', 'patient-absent', 'interpreter-absent']);
    expect(Object.keys(transitions)).toEqual([...bookingStates]);
  });
});
