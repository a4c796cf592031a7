import type { CalendarEntry } from './calendar';
import type { PatientCatalog } from './catalogs/catalog';
import { fill, plainText } from './text';

export interface PatientEntryFacts {
  /** Of the booking. */
  id: string;
  version: number;
  startsAt: Date;
  endsAt: Date;
  address: string;
  room: string | null;
  isCancelled: boolean;
}

/** Calendars are shared within families and shown on locked screens: when and at which address, and nothing about what it is. */
export const patientEntry = (catalog: PatientCatalog, { id, version, startsAt, endsAt, address, room, isCancelled }: PatientEntryFacts): CalendarEntry => ({
  uid: id,
  sequence: version,
  isCancelled,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  summary: plainText(fill(catalog.page.title.pattern), catalog.dir),
  location: [address, room].filter(Boolean).join(', '),
});
