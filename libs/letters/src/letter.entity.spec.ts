import { Letter } from './letter.entity';
import { letterStates, type LetterState, mayStep } from './letter.state';

const now = new Date('2026-11-24T09:42:00Z');
const letter = (): Letter => Object.assign(new Letter(), { state: 'to-print', printedAt: null, printedBy: null, postedAt: null, postedBy: null });

describe('a letter at the desk', () => {
  it('is printed, then posted, and says by whom', () => {
    const one = letter();
    one.step('printed', 'ruth', now);
    one.step('posted', 'sam', now);
    expect(one).toMatchObject({ state: 'posted', printedBy: 'ruth', postedBy: 'sam' });
  });

  it('is back where it was when somebody pressed the wrong button, or the paper jammed', () => {
    const one = letter();
    one.step('printed', 'ruth', now);
    one.step('posted', 'ruth', now);
    one.step('printed', 'ruth', now);
    expect(one).toMatchObject({ state: 'printed', printedBy: 'ruth', postedAt: null, postedBy: null });
    one.step('to-print', 'ruth', now);
    expect(one).toMatchObject({ state: 'to-print', printedAt: null, printedBy: null });
  });

  it('takes no step that is not in the table', () => {
    const allowed = letterStates.flatMap((from) => letterStates.filter((to) => mayStep(from, to)).map((to) => `${from} → ${to}`));
    expect(allowed).toEqual(['to-print → printed', 'to-print → withdrawn', 'printed → to-print', 'printed → posted', 'printed → withdrawn', 'posted → printed']);
    const isRefused = (from: LetterState, act: (one: Letter) => void): void =>
      expect(() => act(Object.assign(letter(), { state: from }))).toThrow(expect.objectContaining({ code: 'letter-state' }));
    isRefused('to-print', (one) => one.step('posted', 'ruth', now));
    isRefused('posted', (one) => one.withdraw('appointment-changed', now));
    isRefused('withdrawn', (one) => one.step('printed', 'ruth', now));
  });
});
