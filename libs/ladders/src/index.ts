export { Ladder, TriedRung } from './ladder.entity';
export type { RungOutcome } from './ladder.entity';
export { ladderCameToRebook } from './ladder.events';
export type { PlannedRung, Rung, SkipReason } from './ladder.policy';
export { LadderUpkeep } from './ladder-upkeep.job';
export { LaddersModule } from './ladders.module';
export { Ladders } from './ladders.service';
export type { LadderView, NextRung } from './ladders.service';
