import type { BoardJudgement } from '@dragoman/contracts';
import type { Movable } from './movable';

/** The job that is chosen, as one row sees it. */
export type Chosen = { job: Movable; judgement: BoardJudgement | undefined; onPlace: () => void };

/** Which job is chosen, and how another is. */
export type Choosing = { chosenId: string | null; onChoose: (bookingId: string | null) => void };
