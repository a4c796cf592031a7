import type { EntryRow } from '@dragoman/bookings';
import type { TimelineEntry } from '@dragoman/contracts';

type Line = (kind: TimelineEntry['kind'], title: string, detail: string | null) => TimelineEntry;
type Said = Readonly<Record<string, string | number | null>>;

const modalities: Record<string, string> = { 'in-person': 'in person', video: 'by video', phone: 'by phone' };

const dayAndTime = (localStart: unknown): string => {
  const [date = '', time = ''] = String(localStart).split('T');
  return `${date.split('-').reverse().join('/')} ${time}`;
};

const genderOf = ({ requiredGender, preferredGender }: Said): string =>
  requiredGender ? `a ${requiredGender}, required` : preferredGender ? `a ${preferredGender}, preferred` : 'no wish';

const blank = (value: unknown): string => (value === null || value === undefined ? 'left blank' : String(value));

/** What each thing was called before and is now. */
const wordsOf: Record<string, (said: Said) => string> = {
  when: ({ localStart }) => dayAndTime(localStart),
  length: ({ lengthMinutes }) => `${lengthMinutes} min`,
  where: ({ siteName }) => String(siteName),
  room: ({ room }) => (room ? String(room) : 'no room'),
  modality: ({ modality }) => modalities[String(modality)] ?? String(modality),
  language: ({ language }) => String(language),
  gender: genderOf,
  topic: ({ topic }) => blank(topic),
};

const titles: Record<string, string> = {
  when: 'Time', length: 'Length', where: 'Place', room: 'Room', modality: 'Way of interpreting', language: 'Language', gender: 'Wish for a woman or a man', topic: 'What it is about',
};

const inOne = (words: readonly string[]): string =>
  words.map((word, position) => (position === 0 ? word : word.charAt(0).toLowerCase() + word.slice(1))).join(', ');

const release: Record<string, string> = {
  absent: 'did not come',
  concern: 'could not go on',
  replaced: 'is free again',
};

/** Lines of the timeline about what was agreed anew, and about whoever is not booked any more. */
export const tellChange = (entry: EntryRow, names: { nameOf: (id: unknown) => string; freed: string }, line: Line): TimelineEntry | null => {
  const { detail } = entry;
  switch (entry.kind) {
    case 'changed': {
      const what = Array.isArray(detail['what']) ? detail['what'].map(String) : [];
      const [was, now] = [detail['was'] as Said, detail['now'] as Said];
      const changes = what.map((each) => `${wordsOf[each]?.(was) ?? ''} → ${wordsOf[each]?.(now) ?? ''}`);
      const free = names.freed && `${names.freed} is free again`;
      return line('changed', `${inOne(what.map((each) => titles[each] ?? each))} changed`, [...changes, free].filter(Boolean).join(' · '));
    }
    case 'given-back':
      return line('given-back', `${names.nameOf(detail['interpreterId'])} gave the job back`, detail['reason'] ? `“${String(detail['reason'])}”` : 'in good time, no reason asked');
    case 'replaced': {
      const out = names.nameOf(detail['interpreterId']);
      if (detail['by']) return line('replaced', `${names.nameOf(detail['by'])} instead of ${out}`, 'in one step; both are told');
      return line('replaced', `${out} ${release[String(detail['why'])] ?? 'is free again'}`, 'the search begins again');
    }
    case 'cancellation-voided':
      return line('cancellation-voided', 'The cancellation was voided', detail['reason'] ? `“${String(detail['reason'])}”` : null);
    default:
      return null;
  }
};
