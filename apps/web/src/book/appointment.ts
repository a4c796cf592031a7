import type { Appointment, Candidate, Patient, Site } from '@dragoman/contracts';
import { type Draft, lengthOf } from './draft';
import { placesIn } from './staffing';

/** The language chosen, or the first that may be booked; `null` when none is recorded. */
export const languageOf = (draft: Draft, patient: Patient): string | null => {
  const possible = patient.languages.filter(({ isBookable }) => isBookable);
  const chosen = possible.find(({ varietyId }) => varietyId === draft.varietyId);
  return (chosen ?? possible[0])?.varietyId ?? null;
};

/** What the server can search for; `null` until when, where and whom are known. */
export const appointmentOf = (draft: Draft, patient: Patient | undefined, sites: Site[] | undefined): Appointment | null => {
  const siteId = siteOf(draft, sites);
  if (!patient || !siteId || !draft.date || !draft.time) return null;
  const varietyId = languageOf(draft, patient);
  const length = lengthOf(draft);
  if (!varietyId || length < 5 || length > 600) return null;
  return {
    patientId: patient.id,
    siteId,
    room: draft.room.trim() || null,
    date: draft.date,
    time: draft.time,
    length,
    modality: draft.modality,
    varietyId,
    topic: draft.topic,
  };
};

/** Where there is only one site nobody needs to choose it. */
export const siteOf = (draft: Draft, sites: Site[] | undefined): string | null => {
  if (sites?.some(({ id }) => id === draft.siteId)) return draft.siteId;
  return sites?.length === 1 ? (sites[0]?.id ?? null) : null;
};

const firstFew = 3;

/** Who is ticked: what the person chose, or the first whose language is exact: three, and one more for each more that it takes. */
export const chosenOf = (draft: Draft, possible: Candidate[]): string[] => {
  if (draft.chosen === null) {
    const few = firstFew + placesIn(draft.staffing) - 1;
    return possible.filter(({ level }) => level === 'exact').slice(0, few).map(({ interpreterId }) => interpreterId);
  }
  const known = new Set(possible.map(({ interpreterId }) => interpreterId));
  return draft.chosen.filter((id) => known.has(id));
};

const numberWords = ['nobody', 'one', 'two', 'three', 'four', 'five', 'six'];

/** `Offer to first three`, `Offer to 5 chosen`, `Offer to Hiba Elamin`. */
export const offerWords = (chosen: Candidate[], isProposal: boolean): string => {
  const [only] = chosen;
  if (!only) return 'Offer to chosen';
  if (chosen.length === 1) return `Offer to ${only.displayName}`;
  return isProposal ? `Offer to first ${numberWords[chosen.length] ?? chosen.length}` : `Offer to ${chosen.length} chosen`;
};
