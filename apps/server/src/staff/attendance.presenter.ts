import type { EntryRow } from '@dragoman/bookings';
import type { TimelineEntry } from '@dragoman/contracts';
import { wallClock } from '@dragoman/kernel';

type Told = Pick<TimelineEntry, 'kind' | 'title' | 'detail'>;

const facts: Record<string, string> = {
  arrived: 'arrived',
  started: 'it started',
  finished: 'it finished',
  'patient-absent': 'the patient did not come',
  'interpreter-absent': 'the interpreter did not come',
};

const whoSays = (entry: EntryRow, interpreter: string): string =>
  entry.actorKind === 'interpreter' ? interpreter : entry.actorKind === 'clinician' ? 'The clinician' : 'The clinic';

/** What both sides attested, on the booking's timeline; nothing for other entries. */
export const tellAttendance = (entry: EntryRow, { zone, interpreter, by }: { zone: string; interpreter: string; by: string | undefined }): Told | null => {
  if (entry.kind !== 'attended') return null;
  const { what, at, taken, minutes, side } = entry.detail;
  if (what === 'late')
    return {
      kind: 'attendance',
      title: side === 'clinic' ? `The clinic is about ${String(minutes)} minutes late` : `${interpreter} says: about ${String(minutes)} minutes late`,
      detail: side === 'clinic' ? ['whoever waits is told', by && `said by ${by}`].filter(Boolean).join(', ') : null,
    };
  if (what === 'concern') return { kind: 'attendance', title: `${interpreter} is worried about something`, detail: 'a coordinator reads it' };
  const said = facts[String(what)] ?? String(what);
  const time = wallClock(new Date(String(at)), zone).time;
  const recorded = by ? `, recorded by ${by}` : '';
  if (taken === true) return { kind: 'attendance', title: `Taken back: ${said}`, detail: `it stays on record${recorded}` };
  const about = what === 'arrived' && entry.actorKind !== 'interpreter' ? `${interpreter} arrived` : said;
  return { kind: 'attendance', title: `${whoSays(entry, interpreter)} says: ${about}`, detail: `at ${time}${recorded}` };
};
