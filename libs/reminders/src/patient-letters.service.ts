import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { type BookingFacts, bookingFacts } from '@dragoman/bookings';
import { Clock, Conflict } from '@dragoman/kernel';
import { envelopeLines, type LetterContent, paperIn, Typesetting } from '@dragoman/letters';
import { type CommunicationProfile, type ContactSafety, type PatientDetail, readsOf } from '@dragoman/patients';
import { Database, type StaffActor, type Tx } from '@dragoman/platform';
import { type ComposedLetter, composeLetter, formFor, type LetterLayout, letterLayouts, type Wordbook, Wordbooks } from '@dragoman/words';
import { ReminderNeighbours } from './reminder.neighbours';
import { isCurrent } from './saying.policy';
import { Tasks } from './tasks.service';

/** Handed over in person, or posted to where somebody else may open it. */
export interface LetterWish {
  layout?: LetterLayout | undefined;
  goes: 'by-hand' | 'by-post';
}

export type PatientLetter = ComposedLetter & { layout: LetterLayout };

/** A letter with its envelope: in the window stands whom it is posted to, nobody where it is handed over or no address is known. */
export type AddressedLetter = PatientLetter & { to: string[] };

/** The layout that comes first among the ways in which they wish to be told. */
export const layoutFor = ({ formats }: Pick<CommunicationProfile, 'formats'>): LetterLayout =>
  formats.flatMap((format) => (format === 'letter' ? 'standard' : letterLayouts.filter((layout) => layout === format)))[0] ?? 'standard';

export interface Written {
  booking: BookingFacts;
  patient: PatientDetail;
  letter: AddressedLetter;
  content: LetterContent;
}

type LetterFacts = Pick<
  BookingFacts,
  'clinicName' | 'clinicPhone' | 'siteName' | 'siteAddress' | 'room' | 'startsAt' | 'zone' | 'interpreterName' | 'modality'
>;

interface HowWritten {
  kind: 'confirmed' | 'reminder';
  layout: LetterLayout;
  safety: ContactSafety;
}

/** What a letter says; null where there is no text for it in a language they read. */
export const letterText = (
  words: Wordbook,
  profile: Pick<CommunicationProfile, 'languages' | 'dawnClock'>,
  { clinicPhone: contactPhone, siteAddress: address, ...facts }: LetterFacts,
  { kind, layout, safety }: HowWritten,
): PatientLetter | null => {
  const reads = readsOf(profile).map(({ varietyId }) => varietyId);
  const said = composeLetter({ words, kind, layout, safety, reads, facts: { ...facts, address, contactPhone }, dawnClock: profile.dawnClock });
  return said && { ...said, layout };
};

type Writing = HowWritten & { words: Wordbook; booking: BookingFacts; patient: PatientDetail; to: string[] };

/** The letter and how it is set; null as `letterText`. */
const writeLetter = ({ words, booking, patient, to, ...how }: Writing): Written | null => {
  const text = letterText(words, patient.profile, booking, how);
  if (!text) return null;
  const { clinicName, clinicPhone, siteAddress } = booking;
  const sender = text.neutral ? null : { name: clinicName, lines: [siteAddress, ...(clinicPhone ? [clinicPhone] : [])] };
  const { layout, said, beside } = text;
  return { booking, patient, letter: { ...text, to }, content: { layout, paper: paperIn(booking.zone), sender, to, said, beside } };
};

/** As it is posted, to the address of the profile; null too where none is recorded. */
export const writePosted = ({ patient, ...writing }: Omit<Writing, 'to'>): Written | null => {
  const { post } = patient.profile;
  return post && writeLetter({ ...writing, patient, to: envelopeLines(patient.name, post) });
};

/** What a letter about an appointment says, in the words of the clinic. */
@Injectable()
export class LetterTexts {
  constructor(
    private readonly clock: Clock,
    private readonly near: ReminderNeighbours,
    private readonly tasks: Tasks,
    private readonly wordbooks: Wordbooks,
  ) {}

  /** @throws as `PatientLetters.print`. */
  async write(tx: Tx, bookingId: string, { layout: wanted, goes }: LetterWish): Promise<Written> {
    const booking = await bookingFacts(tx, bookingId);
    if (!isCurrent({ bookingVersion: booking.version }, booking) || booking.startsAt <= this.clock.now())
      throw new Conflict('nothing-to-tell', 'There is no letter: the appointment is not confirmed, is over, or they said that they cannot come.');
    const patient = await this.near.patients.get(tx, booking.patientId);
    const wrong = await this.tasks.patientsWithOpen(tx, 'wrong-language', [patient]);
    if (wrong.size > 0) throw new Conflict('wrong-language', 'They said that our texts are not in their language. Ask with an interpreter which is, before anything is printed.');
    const post = goes === 'by-post' ? patient.profile.post : null;
    if (post && formFor(post.safety) === null)
      throw new Conflict('post-not-safe', 'No letter is posted to them: their post is watched or not safe. Hand it over, or tell them with an interpreter.');
    const written = writeLetter({
      words: await this.wordbooks.of(tx, booking.organisationId),
      booking,
      patient,
      kind: 'confirmed',
      layout: wanted ?? layoutFor(patient.profile),
      // Where no address is recorded, nobody has asked who else opens the post.
      safety: goes === 'by-hand' ? 'private' : (post?.safety ?? 'unknown'),
      to: post ? envelopeLines(patient.name, post) : [],
    });
    if (!written) throw new Conflict('no-letter-in-language', 'We have no text for a letter in a language they read. Tell them with an interpreter.');
    return written;
  }
}

/** A letter about an appointment, for the people at the desk to print. */
@Injectable()
export class PatientLetters {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly texts: LetterTexts,
    private readonly typesetting: Typesetting,
  ) {}

  /** What it says. @throws as `print`. */
  async show(actor: StaffActor, bookingId: string, wish: LetterWish): Promise<AddressedLetter> {
    const { letter } = await this.database.transaction(actor, (tx) => this.texts.write(tx, bookingId, wish));
    return letter;
  }

  /**
   * The letter as PDF; the audit trail says that it was made.
   * @throws NotFound `booking-not-found`; Conflict `nothing-to-tell`, `wrong-language`, `post-not-safe`, `no-letter-in-language`.
   */
  async print(actor: StaffActor, bookingId: string, wish: LetterWish): Promise<Uint8Array> {
    const content = await this.database.transaction(actor, async (tx) => {
      const written = await this.texts.write(tx, bookingId, wish);
      const { layout, languageName, neutral } = written.letter;
      await this.audit.record(tx, { action: 'letter.made', subject: { kind: 'booking', id: bookingId }, details: { layout, languageName, neutral, goes: wish.goes } });
      return written.content;
    });
    return this.typesetting.pdf([content]);
  }
}
