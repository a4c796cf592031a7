import type { Modality, PatientConsent, Staffing, Topic } from '@dragoman/contracts';
import { v4 } from 'uuid';
import { forget, keep, recall } from '../fields/kept';

/** What is on the Book page and not yet booked. */
export type Draft = {
  patientId: string | null;
  date: string | null;
  time: string | null;
  /** Minutes the appointment takes without interpreting. */
  base: number;
  isDoubled: boolean;
  siteId: string | null;
  room: string;
  purpose: string;
  /** `null`: left blank, which counts as sensitive. */
  topic: Topic | null;
  modality: Modality;
  staffing: Staffing;
  varietyId: string | null;
  /** `null`: nobody chose yet, so the first few are proposed. */
  chosen: string[] | null;
  /** What the patient agreed to for this appointment, before it is booked. */
  consents: PatientConsent[];
  /** One key per booking that is meant: a double click books once. */
  requestKey: string;
  savedAt: string | null;
};

export const newDraft = (): Draft => ({
  patientId: null,
  date: null,
  time: null,
  base: 20,
  isDoubled: true,
  siteId: null,
  room: '',
  purpose: '',
  topic: null,
  modality: 'in-person',
  staffing: { kind: 'one' },
  varietyId: null,
  chosen: null,
  consents: [],
  requestKey: v4(),
  savedAt: null,
});

const placeFor = (accountId: string) => `dragoman.draft.book.${accountId}`;

/** The draft this person left on this computer, or an empty one. */
export const recallDraft = (accountId: string): Draft => {
  const kept = recall(placeFor(accountId));
  return { ...newDraft(), ...(typeof kept === 'object' && kept !== null ? kept : {}) };
};

export const keepDraft = (accountId: string, draft: Draft) => keep(placeFor(accountId), draft);

/** Drafts name patients, so nothing stays on a shared desk after signing out or booking. */
export const forgetDraft = (accountId: string) => forget(placeFor(accountId));

const decideConsent: readonly (keyof Draft)[] = ['patientId', 'date', 'time', 'base', 'isDoubled', 'siteId', 'varietyId', 'topic'];

/** A patient agrees to one appointment as it is: whatever else it becomes, they are asked again. */
export const changed = (draft: Draft, part: Partial<Draft>): Draft => ({
  ...draft,
  ...(decideConsent.some((key) => key in part && part[key] !== draft[key]) ? { consents: [] } : {}),
  ...part,
});

/** Twice as long, because everything is said twice; doubling stops at an hour. */
export const doubled = (base: number): number => Math.max(base, Math.min(base * 2, 60));

export const lengthOf = ({ base, isDoubled }: Pick<Draft, 'base' | 'isDoubled'>): number => (isDoubled ? doubled(base) : base);
