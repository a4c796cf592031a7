import type { LetterPreview, QueuedLetter as QueuedLetterView, TimelineEntry } from '@dragoman/contracts';
import { isoOf } from '@dragoman/kernel';
import type { Letter, LetterState, Withdrawal } from '@dragoman/letters';
import type { AddressedLetter, PatientLetter, QueuedLetter } from '@dragoman/reminders';
import { titleOf } from './message.presenter';


const wordsOf = ({ title, rows }: PatientLetter['said']): string => [title, ...rows.map(({ words }) => words)].join('\n');

type Said = Pick<AddressedLetter, 'layout' | 'languageName' | 'neutral' | 'reviewState' | 'said' | 'english' | 'to'>;

export const presentLetter = ({ layout, languageName, neutral, reviewState, said, english, to }: Said): LetterPreview => ({
  layout,
  languageName,
  neutral,
  isDraft: reviewState === 'draft',
  lang: said.lang,
  dir: said.dir,
  body: wordsOf(said),
  english: wordsOf(english),
  address: to,
});

const presentKept = ({ content: { layout, said, to }, ...letter }: Letter): LetterPreview => presentLetter({ ...letter, layout, said, to });

const withdrawalWords: Readonly<Record<Withdrawal, string>> = {
  'appointment-changed': 'The appointment was cancelled or changed.',
  'address-changed': 'Their name, their address or who opens the post there is another now.',
  'wrong-language': 'They said that it is not their language.',
  'appointment-over': 'The appointment has begun.',
};

/** @param staff account id → name */
const deedOf = (at: Date | null, by: string | null, staff: ReadonlyMap<string, string>) => (at ? { by: (by && staff.get(by)) ?? null, at: isoOf(at) } : null);

/** @param staff account id → name */
export const presentQueuedLetter = ({ letter, patientName, startsAt, zone, language }: QueuedLetter, staff: ReadonlyMap<string, string>): QueuedLetterView => ({
  ...presentKept(letter),
  id: letter.id,
  state: letter.state,
  patient: { id: letter.patientId, name: patientName },
  appointment: { bookingId: letter.bookingId, startsAt: isoOf(startsAt), zone, language },
  printBy: isoOf(letter.printBy),
  queued: { by: (letter.queuedBy && staff.get(letter.queuedBy)) ?? null, at: isoOf(letter.queuedAt) },
  printed: deedOf(letter.printedAt, letter.printedBy, staff),
  posted: deedOf(letter.postedAt, letter.postedBy, staff),
  withdrawn: letter.withdrawnAt && letter.withdrawnBecause ? { at: isoOf(letter.withdrawnAt), why: withdrawalWords[letter.withdrawnBecause] } : null,
});

const progress: Readonly<Record<LetterState, string>> = {
  'to-print': 'waits to be printed',
  printed: 'printed, not posted yet',
  posted: 'posted',
  withdrawn: 'withdrawn',
};

const layoutWords = { standard: 'letter', 'large-print': 'letter in large print', 'easy-read': 'letter in easy read' } as const;

const lastDeed = (letter: Letter): { at: Date; by: string | null } => {
  if (letter.withdrawnAt) return { at: letter.withdrawnAt, by: null };
  if (letter.postedAt) return { at: letter.postedAt, by: letter.postedBy };
  return letter.printedAt ? { at: letter.printedAt, by: letter.printedBy } : { at: letter.queuedAt, by: letter.queuedBy };
};

/** @param staff account id → name */
export const presentLetterEntry = (letter: Letter, staff: ReadonlyMap<string, string>): TimelineEntry => {
  const { at, by } = lastDeed(letter);
  const name = by && staff.get(by);
  return {
    id: letter.id,
    at: isoOf(at),
    kind: 'letter',
    title: `${titleOf(letter.kind)} ${progress[letter.state]}`,
    detail: [
      layoutWords[letter.content.layout],
      letter.neutral ? 'neutral wording' : null,
      name ? `by ${name}` : null,
      letter.withdrawnBecause ? withdrawalWords[letter.withdrawnBecause] : null,
    ]
      .filter((part) => part !== null)
      .join(', '),
    letter: presentKept(letter),
  };
};
