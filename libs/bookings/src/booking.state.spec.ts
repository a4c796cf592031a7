import { Conflict, Forbidden } from '@dragoman/kernel';
import { assertTransition, type BookingState, bookingStates, moverOf, transitions } from './booking.state';

const movers = ['receptionist', 'coordinator', 'administrator', 'interpreter', 'patient', 'agency', 'clinician', 'job', 'installation'] as const;
type Mover = (typeof movers)[number];

/** Written out a second time, by the clinic's words: r, c, a: receptionist, coordinator, administrator; i: interpreter; g: an agency; j: a job. */
const agreed: Record<BookingState, Partial<Record<BookingState, string>>> = {
  requested: { requested: 'rcaji', offering: 'rcaji', confirmed: 'rcajig', cancelled: 'rca', unmet: 'caj', 'interpreter-absent': 'rca' },
  offering: { requested: 'rcaji', offering: 'rcaji', confirmed: 'rcajig', cancelled: 'rca', unmet: 'caj', 'interpreter-absent': 'rca' },
  confirmed: {
    requested: 'rcaji',
    confirmed: 'rca',
    'in-progress': 'rcaij',
    cancelled: 'rca',
    unmet: 'ca',
    'patient-absent': 'rcai',
    'interpreter-absent': 'rca',
  },
  'in-progress': { confirmed: 'rcaij', completed: 'rcaij', cancelled: 'rca', 'patient-absent': 'rcai', 'interpreter-absent': 'rca' },
  completed: { 'in-progress': 'rcaij' },
  cancelled: { requested: 'ca' },
  unmet: {},
  'patient-absent': { confirmed: 'rcaij' },
  'interpreter-absent': {},
};

const letters: Partial<Record<Mover, string>> = { receptionist: 'r', coordinator: 'c', administrator: 'a', interpreter: 'i', agency: 'g', job: 'j' };

describe('the states of a booking', () => {
  const steps = bookingStates.flatMap((from) => bookingStates.flatMap((to) => movers.map((by) => [from, to, by] as const)));

  it.each(steps)('%s → %s by %s is as the clinic agreed', (from, to, by) => {
    const step = () => assertTransition(from, to, by);
    const who = agreed[from][to];
    if (who === undefined) expect(step).toThrow(Conflict);
    else if (who.includes(letters[by] ?? '-')) expect(step).not.toThrow();
    else expect(step).toThrow(Forbidden);
  });

  it('end where no step leads on, but for a cancellation or a mark, which may be taken back', () => {
    expect(bookingStates.filter((state) => Object.keys(transitions[state]).length === 0)).toEqual(['unmet', 'interpreter-absent']);
    expect(Object.keys(transitions)).toEqual([...bookingStates]);
  });

  it('know a member of staff by their role', () => {
    expect(moverOf({ kind: 'staff', organisationId: 'o', accountId: 'a', role: 'coordinator' })).toBe('coordinator');
    expect(moverOf({ kind: 'job', job: 'expire-offers' })).toBe('job');
  });
});
