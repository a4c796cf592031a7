import type { Confidence, Level, Variety } from './variety';

export interface Admitted {
  readonly level: Level;
  readonly confidence: Confidence;
}

type Named = Pick<Variety, 'id' | 'bookable' | 'kind'> | undefined;

/** Admission rules R2, R3 and R8 of variety-rules.csv, for the files that ship and for what an organisation rules alike. */
export const contradictions = (patient: Named, interpreter: Named, { level, confidence }: Admitted): string[] => {
  const both = [patient, interpreter].flatMap((variety) => variety ?? []);
  const found: string[] = [];
  if (patient && patient.id === interpreter?.id) found.push(`${patient.id} needs no row for itself`);
  if (level === 'never_auto') return found;
  for (const { id, bookable } of both) if (!bookable) found.push(`${id} is not bookable, so the level cannot be ${level}`);
  if (new Set(both.filter(({ bookable }) => bookable).map(({ kind }) => kind)).size > 1) found.push(`speech against sign cannot be ${level}`);
  if (level === 'close_consent' && confidence === 'low') found.push('close_consent needs at least medium confidence');
  return found;
};
