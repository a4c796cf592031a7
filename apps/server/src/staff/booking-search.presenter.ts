import type { EntryRow } from '@dragoman/bookings';
import type { SearchView } from '@dragoman/contracts';
import { isoOf, isoOrNull } from '@dragoman/kernel';
import type { SearchRow } from '@dragoman/searches';

const ways: Record<string, string> = {
  waves: 'asks the best, then the next, until somebody accepts',
  broadcast: 'asks everybody who is possible',
  'in-house': 'books our own interpreters first, then asks others',
};

const begun: Record<string, string> = {
  'given-back': 'the job was given back',
  reopened: 'somebody is needed again',
  changed: 'the appointment was changed',
};

const nobodyBecause: Record<string, string> = {
  'nobody-possible': 'everybody who is possible was asked, and nobody accepted',
  'most-asked': 'as many were asked as your rules allow, and nobody accepted',
  begun: 'the appointment begins',
};

/** A line of the timeline; null where it is about something else. */
export const tellSearch = ({ kind, detail, actorId }: EntryRow, staff: ReadonlyMap<string, string>): { title: string; detail: string | null } | null => {
  if (kind !== 'search') return null;
  const [what, way, why] = [String(detail['what']), String(detail['way']), String(detail['why'])];
  // A job begins it, in the name of whoever booked.
  const by = staff.get(String(detail['by'] ?? actorId));
  const byWhom = by ? `by ${by}` : null;
  switch (what) {
    case 'started':
      return { title: 'Search started', detail: [ways[way], byWhom].filter(Boolean).join(', ') };
    case 'paused':
      return { title: 'Search paused', detail: ['nobody more is asked, open offers stand', byWhom].filter(Boolean).join(', ') };
    case 'resumed':
      return { title: 'Search goes on', detail: byWhom };
    case 'stopped':
      return { title: 'Search stopped', detail: byWhom };
    case 'relay':
      return { title: 'Search stopped', detail: 'a relay fills it now' };
    case 'nobody-left':
      return { title: 'Nobody is left to ask', detail: nobodyBecause[why] ?? null };
    default:
      return { title: 'Search started again', detail: [begun[what], ways[way]].filter(Boolean).join(': ') };
  }
};

export const presentSearchOfBooking = (search: SearchRow | null, staff: ReadonlyMap<string, string>): SearchView | null =>
  search && {
    ...search,
    nextAt: isoOrNull(search.nextAt),
    startedBy: search.startedBy === null ? null : (staff.get(search.startedBy) ?? null),
    startedAt: isoOf(search.startedAt),
    waveAskedAt: isoOrNull(search.waveAskedAt),
  };
