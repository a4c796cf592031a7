import { Conflict, Invalid, newId } from '@dragoman/kernel';
import type { GivenConsent } from '@dragoman/matching';
import type { ReadTx, StaffActor, Tx } from '@dragoman/platform';
import { IsNull } from 'typeorm';
import { AlternativesShown } from './alternatives.entity';
import { wereShownFor } from './alternatives.policy';
import type { Booking } from './booking.entity';
import type { BookingNeighbours } from './booking.neighbours';
import type { BookingRecord } from './booking-record.service';
import { LanguageConsent } from './consent.entity';
import {
  type AskedWay, assertMayStand, assertTheirOwn, isTheirOwn, type JudgedPair, levelToConsentTo, mayBeAskedFor, mayStand, type OwnWay,
} from './consent.policy';

/** A yes as the desk reports it; whether it counts is judged here. */
export interface ConsentInput {
  interpreterVariety: string;
  how: AskedWay;
  /** What was shown before the patient was asked; null where an earlier consent stands. */
  alternativesId: string | null;
  /** The patient said that it holds for later bookings too. */
  standing: boolean;
}

/** What the desk says the patient agreed to, before there is a booking to write it on. */
export type SaidConsent = Pick<ConsentInput, 'interpreterVariety' | 'how'>;

type Subject = Pick<Booking, 'organisationId' | 'patientId' | 'varietyId' | 'topic'>;

interface Taking {
  tx: Tx;
  ports: BookingNeighbours;
  record: BookingRecord;
  actor: StaffActor;
  booking: Booking;
  now: Date;
}

const pairOf = async (tx: ReadTx, ports: BookingNeighbours, subject: Subject, interpreterVariety: string): Promise<JudgedPair> =>
  (await ports.encounters.tableFor(tx, subject.organisationId, subject.varietyId)).judge(interpreterVariety);

/** Earlier consents of the patient that stand, as far as the table still lets them and the topic allows. */
const standingFor = async (tx: ReadTx, ports: BookingNeighbours, subject: Subject): Promise<string[]> => {
  const accepted = await ports.accepted.standing(tx, subject);
  if (accepted.length === 0) return [];
  const table = await ports.encounters.tableFor(tx, subject.organisationId, subject.varietyId);
  const stands = (pair: JudgedPair): boolean => mayStand(pair) && mayBeAskedFor(pair, subject.topic);
  return accepted
    .filter(({ varietyId, interpreterVariety }) => varietyId === subject.varietyId && stands(table.judge(interpreterVariety)))
    .map(({ interpreterVariety }) => interpreterVariety);
};

const thoseThatMayBeAsked = async (
  tx: ReadTx,
  ports: BookingNeighbours,
  subject: Subject,
  said: readonly SaidConsent[],
): Promise<string[]> => {
  const table = await ports.encounters.tableFor(tx, subject.organisationId, subject.varietyId);
  return said.flatMap(({ interpreterVariety }) => {
    const pair = table.judge(interpreterVariety);
    return pair.level === 'close_consent' && mayBeAskedFor(pair, subject.topic) ? [interpreterVariety] : [];
  });
};

/** What would count if it were booked now, for the list of interpreters before there is a booking. Last resorts never do. */
export const consentsImagined = async (
  tx: ReadTx,
  ports: BookingNeighbours,
  subject: Subject,
  said: readonly SaidConsent[],
): Promise<GivenConsent[]> => {
  const standing = await standingFor(tx, ports, subject);
  const own = said.filter(({ how }) => how !== 'stated-earlier' && isTheirOwn(how));
  const given = own.length === 0 ? [] : await thoseThatMayBeAsked(tx, ports, subject, own);
  return [...new Set([...standing, ...given])].map((interpreterVariety) => ({ interpreterVariety, level: 'close_consent' }));
};

/**
 * Writes down that the patient agreed, for this booking. The caller holds the booking.
 * @returns the consent's id; said again it is the same consent.
 * @throws Invalid `consent-not-theirs`, `not-stated-earlier`, `consent-cannot-stand`; NotFound `unknown-variety`;
 * Conflict `consent-not-needed`, `language-not-matched`, `not-for-topic`, `alternatives-first`.
 */
export const takeConsent = async (taking: Taking, input: ConsentInput): Promise<string> => {
  const { tx, ports, actor, booking, now } = taking;
  const { interpreterVariety, how } = input;
  assertTheirOwn(how);
  const pair = await pairOf(tx, ports, booking, interpreterVariety);
  const level = levelToConsentTo(pair, booking.topic);
  if (how === 'stated-earlier') await assertStatedEarlier(taking, interpreterVariety);
  else await assertAlternativesShown(taking, input.alternativesId);
  if (input.standing) assertMayStand(pair);
  const known = await tx.findOneBy(LanguageConsent, { bookingId: booking.id, interpreterVariety, ended: IsNull() });
  if (known && known.topic === booking.topic && known.varietyId === booking.varietyId) return known.id;
  if (known) await tx.update(LanguageConsent, { id: known.id }, { ended: 'withdrawn', endedBy: actor.accountId, endedAt: now });
  if (input.standing && how !== 'stated-earlier')
    await ports.accepted.keep(tx, { ...ownerOf(booking), varietyId: booking.varietyId, interpreterVariety, how, saidTo: actor.accountId });
  return keep(taking, { interpreterVariety, level, how, alternativesId: how === 'stated-earlier' ? null : input.alternativesId });
};

/** Earlier consents that stand are copied to a new booking: whoever accepts may not read the patient's profile. */
export const copyStanding = async (taking: Taking): Promise<void> => {
  const { tx, ports, booking } = taking;
  for (const interpreterVariety of await standingFor(tx, ports, booking)) {
    if (await tx.existsBy(LanguageConsent, { bookingId: booking.id, interpreterVariety })) continue;
    await keep(taking, { interpreterVariety, level: 'close_consent', how: 'stated-earlier', alternativesId: null });
  }
};

const ownerOf = ({ organisationId, patientId }: Subject): { organisationId: string; patientId: string } => ({ organisationId, patientId });

const assertStatedEarlier = async ({ tx, ports, booking }: Taking, interpreterVariety: string): Promise<void> => {
  if ((await standingFor(tx, ports, booking)).includes(interpreterVariety)) return;
  throw new Invalid(
    'not-stated-earlier',
    'Nothing the patient said earlier stands for this: it was never said, is a year old, or was for one booking only. Ask the patient.',
    { path: 'how' },
  );
};

const assertAlternativesShown = async ({ tx, booking, now }: Taking, alternativesId: string | null): Promise<void> => {
  const shown = alternativesId === null ? null : await tx.findOneBy(AlternativesShown, { id: alternativesId });
  if (shown && wereShownFor(shown, booking, now)) return;
  throw new Conflict(
    'alternatives-first',
    'Look first on which other dates an interpreter of the exact variety is free, and tell the patient. Then ask what they prefer.',
  );
};

const keep = async (
  { tx, record, actor, booking, now }: Taking,
  consent: Pick<LanguageConsent, 'interpreterVariety' | 'level' | 'alternativesId'> & { how: OwnWay },
): Promise<string> => {
  const id = newId();
  await tx.insert(LanguageConsent, {
    ...consent,
    id,
    bookingId: booking.id,
    organisationId: booking.organisationId,
    varietyId: booking.varietyId,
    topic: booking.topic,
    takenBy: actor.accountId,
    takenAt: now,
  });
  const { interpreterVariety, level, how } = consent;
  await record.write(tx, booking, 'consent-given', { consentId: id, interpreterVariety, level, how });
  return id;
};
