import { type Attested, type Side, type StandingMark } from '@dragoman/attendance';
import { wallClock } from '@dragoman/kernel';

export interface StepView {
  kind: Attested;
  /** What the button says. */
  press: string;
  /** What was said, with the time on the clinic's clock; null until then. */
  said: string | null;
  /** Nothing ends before somebody said that it began. */
  isDue: boolean;
}

export interface AttendanceView {
  /** Where the forms go. */
  action: string;
  steps: StepView[];
  /** What the other side says, a sentence each. */
  others: string[];
}

interface Words {
  kind: Attested;
  press: string;
  said: string;
}

const words: Record<Side, readonly Words[]> = {
  interpreter: [
    { kind: 'arrived', press: 'I have arrived', said: 'You arrived at' },
    { kind: 'started', press: 'It has started', said: 'It started at' },
    { kind: 'finished', press: 'It has finished', said: 'It finished at' },
  ],
  clinic: [
    { kind: 'started', press: 'It has started', said: 'It started at' },
    { kind: 'finished', press: 'It has finished', said: 'It finished at' },
  ],
};

const othersWords: Record<Side, string> = { interpreter: 'The clinic says', clinic: 'The interpreter says' };
const spoken: Record<Attested, string> = {
  arrived: 'arrived at',
  started: 'started at',
  finished: 'finished at',
  'patient-absent': 'the patient did not come, said at',
  'interpreter-absent': 'the interpreter did not come, said at',
};

/** What one side has said and may say of a session, on its page. */
export const presentAttendance = (
  action: string,
  side: Side,
  marks: readonly StandingMark[],
  { zone, interpreterId }: { zone: string; interpreterId: string | null },
): AttendanceView => {
  const timeOf = ({ at }: StandingMark): string => wallClock(at, zone).time;
  const own = marks.filter((mark) => mark.side === side && (side === 'clinic' || mark.interpreterId === interpreterId));
  return {
    action,
    steps: words[side].map(({ kind, press, said }) => {
      const mark = own.find((one) => one.kind === kind);
      const isDue = kind !== 'finished' || marks.some((one) => one.kind === 'started');
      return { kind, press, said: mark ? `${said} ${timeOf(mark)}` : null, isDue };
    }),
    others: othersSay(side, marks, zone),
  };
};

/** What the other side says, a sentence each. */
export const othersSay = (side: Side, marks: readonly Pick<StandingMark, 'side' | 'kind' | 'at'>[], zone: string): string[] =>
  marks.filter((mark) => mark.side !== side).map(({ kind, at }) => `${othersWords[side]}: ${spoken[kind]} ${wallClock(at, zone).time}.`);
