import { Conflict } from '@dragoman/kernel';
import { assertSearchStep, searchStates, searchTransitions } from './search.state';

/** Written out a second time, in the clinic's words. */
const agreed: Record<string, readonly string[]> = {
  running: ['running', 'paused', 'found', 'nobody-left', 'stopped'],
  paused: ['running', 'found', 'stopped'],
  found: ['running'],
  'nobody-left': ['running', 'found', 'stopped'],
  stopped: ['running', 'found'],
};

describe('a search', () => {
  const steps = searchStates.flatMap((from) => searchStates.map((to) => [from, to] as const));

  it.each(steps)('that is %s goes to %s only as agreed', (from, to) => {
    const go = () => assertSearchStep(from, to);
    if (agreed[from]?.includes(to)) expect(go).not.toThrow();
    else expect(go).toThrow(Conflict);
  });

  it('may always begin again', () => {
    expect(Object.values(searchTransitions).every((to) => to.includes('running'))).toBe(true);
  });
});
