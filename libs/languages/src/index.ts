export type { Judgement } from './encounter';
export { LanguagesModule } from './languages.module';
export { Languages } from './languages.service';
export type { EncounterTable, InterpreterVariety, LoadReport } from './languages.service';
export { neverByLastResort, topics } from './topic';
export type { Topic } from './topic';
export type { Triage } from './registry';
export { shippedSeeds } from './seeds';
export type { Confidence, Direction, Level, ReviewState, Variety, VarietyKind } from './variety';
