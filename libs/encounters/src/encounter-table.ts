import type { Registry } from '@dragoman/languages';
import { judge, type Judgement } from './encounter';
import type { Ruling } from './ruling.policy';

export interface InterpreterVariety extends Judgement {
  readonly interpreterVariety: string;
}

/** The encounter table as one organisation sees it, from one patient's variety. */
export interface EncounterTable {
  readonly patientVariety: string;
  /** Default deny. @throws NotFound `unknown-variety` */
  judge(interpreterVariety: string): Judgement;
  /** The patient's own variety first, then all rows, refusals too; empty for what is not bookable. */
  interpreters(): InterpreterVariety[];
}

/** @param rulings what the organisation says of this patient's variety. @throws NotFound `unknown-variety` */
export const encounterTable = (registry: Registry, patientVariety: string, rulings: readonly Ruling[] = []): EncounterTable => {
  const { bookable } = registry.variety(patientVariety);
  const ruled = new Map(rulings.map((ruling) => [ruling.interpreterVariety, ruling]));
  const judgeWith = (interpreterVariety: string): Judgement =>
    judge(registry, patientVariety, interpreterVariety, ruled.get(interpreterVariety));
  return {
    patientVariety,
    judge: judgeWith,
    interpreters: () => {
      if (!bookable) return [];
      const rows = registry.encountersFrom(patientVariety).map((row) => row.interpreterVariety);
      return [...new Set([patientVariety, ...rows, ...ruled.keys()])].map((interpreterVariety) => ({
        interpreterVariety,
        ...judgeWith(interpreterVariety),
      }));
    },
  };
};
