import type { AgencyRow, RequestRow } from '@dragoman/agencies';
import type { EntryRow } from '@dragoman/bookings';
import type { Agency, AgencyRequest, BookingAgencies, TimelineEntry } from '@dragoman/contracts';
import { isoOf, isoOrNull } from '@dragoman/kernel';

export const presentAgency = ({ id, name, email, phone, varieties, active, version }: AgencyRow): Agency => ({
  id, name, email, phone, varieties, active, version,
});

/** @param staff account id → name */
const presentRequest = (row: RequestRow, staff: ReadonlyMap<string, string>): AgencyRequest => ({
  id: row.id,
  agency: { id: row.agencyId, name: row.agencyName, phone: row.agencyPhone },
  state: row.state,
  askedBy: staff.get(row.askedBy) ?? null,
  askedAt: isoOf(row.createdAt),
  expiresAt: isoOf(row.expiresAt),
  answeredAt: isoOrNull(row.answeredAt),
  statement: row.statement && {
    name: row.statement.name, phone: row.statement.phone, credential: row.statement.credential, says: row.statement.says,
  },
});

export interface BookingAgenciesParts {
  requests: readonly RequestRow[];
  agencies: readonly AgencyRow[];
  /** The booking's. */
  varietyId: string;
  isFillable: boolean;
  answerHours: number;
  staff: ReadonlyMap<string, string>;
}

export const presentBookingAgencies = ({ requests, agencies, varietyId, isFillable, answerHours, staff }: BookingAgenciesParts): BookingAgencies => {
  const isAsked = (agencyId: string): boolean => requests.some((request) => request.agencyId === agencyId && request.state === 'open');
  const mayBeAsked = agencies
    .filter(({ id, active }) => isFillable && active && !isAsked(id))
    .map(({ id, name, varieties }) => ({ id, name, covers: varieties.some((variety) => variety.id === varietyId) }));
  return {
    requests: requests.map((request) => presentRequest(request, staff)),
    mayBeAsked: [...mayBeAsked.filter(({ covers }) => covers), ...mayBeAsked.filter(({ covers }) => !covers)],
    answerHours,
  };
};

const steps: Readonly<Record<string, (agency: string) => [title: string, detail: string | null]>> = {
  asked: (agency) => [`Passed to ${agency}`, 'first yes wins; the booking stays unfilled until then'],
  declined: (agency) => [`${agency} cannot send anybody`, null],
  expired: (agency) => [`${agency} did not answer in time`, 'silence is no yes'],
  withdrawn: (agency) => [`Request to ${agency} taken back`, null],
  closed: (agency) => [`Request to ${agency} closed`, 'the booking was filled another way'],
  changed: (agency) => [`Request to ${agency} ended`, 'something about the booking changed; pass it again if somebody is needed'],
  released: (agency) => [`${agency} told that its interpreter is not needed`, null],
};

/** @param by who did it, where that was one of the staff */
export const tellAgency = ({ detail }: EntryRow, by: string | undefined): Pick<TimelineEntry, 'title' | 'detail'> => {
  const [title, what] = (steps[String(detail['step'])] ?? steps['asked'])?.(String(detail['agencyName'])) ?? ['An agency was asked', null];
  return { title, detail: [by && `by ${by}`, what].filter(Boolean).join(', ') || null };
};
