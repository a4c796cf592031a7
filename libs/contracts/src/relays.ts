import { z } from 'zod';
import { candidate } from './candidates';
import { id, line } from './shared';

/** Two people who together reach from the patient to the clinic, through a third language. */
export const relayPair = z.object({
  pivotId: z.string(),
  pivotName: z.string(),
  patientSide: candidate,
  clinicSide: candidate,
  /** 0 to 100: nearly as good as the weaker half. */
  match: z.int(),
  /** Pence for both, for the booked length. */
  fee: z.int(),
});
export type RelayPair = z.infer<typeof relayPair>;

export const relayList = z.object({
  /** Of the patient and of the clinic, by name. */
  languages: z.object({ patient: z.string(), clinic: z.string() }),
  /** Best first. */
  pairs: z.array(relayPair),
  /** Through which languages was looked, and how many are possible on each side. */
  pivots: z.array(z.object({ pivotId: z.string(), name: z.string(), patientSide: z.int(), clinicSide: z.int() })),
});
export type RelayList = z.infer<typeof relayList>;

/** Any of the patient's side may work with any of the clinic's. */
export const relayChoice = z.object({
  pivotId: line(40),
  pairs: z.array(z.object({ patientSideId: id, clinicSideId: id })).min(1, 'Choose two interpreters.').max(20),
});
export type RelayChoice = z.infer<typeof relayChoice>;

const leg = z.object({
  side: z.enum(['patient', 'clinic']),
  /** `Fur ↔ Sudanese Arabic`. */
  languages: z.string(),
  /** `held`: accepted, and waiting for the other side. */
  state: z.enum(['booked', 'held', 'asking', 'nobody']),
  interpreter: z.object({ id, displayName: z.string() }).nullable(),
  /** Who has not answered yet. */
  asked: z.array(z.string()),
});

export const bookingRelay = z.object({
  pivot: z.object({ varietyId: z.string(), name: z.string() }),
  /** The patient's side first. */
  legs: z.array(leg),
});
export type BookingRelay = z.infer<typeof bookingRelay>;
