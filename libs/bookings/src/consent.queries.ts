import type { GivenConsent } from '@dragoman/matching';
import { columnsOf, hotRows, type ReadTx } from '@dragoman/platform';
import type { Topic } from '@dragoman/languages';
import { counts, LanguageConsent } from './consent.entity';

/** What counts for this booking now; also read by an interpreter's acceptance. Leans on `a_patient_consents_once_to_a_variety`. */
export const consentsThatCount = async (
  tx: ReadTx,
  booking: { id: string; varietyId: string; topic: Topic | null },
): Promise<GivenConsent[]> => {
  const given = await hotRows<LanguageConsent>(tx, {
    name: 'consents-of-booking',
    text: `select ${columnsOf(tx, LanguageConsent, 'c')} from bookings.language_consents c where c.booking_id = $1`,
    values: [booking.id],
  });
  return given
    .filter((consent) => counts(consent, booking))
    .map(({ interpreterVariety, level }) => ({ interpreterVariety, level }));
};

export interface ConsentRow extends Pick<
  LanguageConsent,
  'id' | 'interpreterVariety' | 'level' | 'how' | 'takenBy' | 'takenAt' | 'agreedBy' | 'agreedAt' | 'ended' | 'endedAt'
> {
  interpreterVarietyName: string;
  /** Nobody ended it, and the booking is still in the same language and about the same. */
  holds: boolean;
}

/** Everything that was said for this booking, in order. */
export const consentsOfBooking = (tx: ReadTx, bookingId: string): Promise<ConsentRow[]> =>
  tx.query<ConsentRow[]>(
    `select c.id, c.interpreter_variety as "interpreterVariety", v.name_en as "interpreterVarietyName", c.level, c.how,
            c.taken_by as "takenBy", c.taken_at as "takenAt", c.agreed_by as "agreedBy", c.agreed_at as "agreedAt",
            c.ended, c.ended_at as "endedAt",
            c.ended is null and c.variety_id = b.variety_id and c.topic is not distinct from b.topic as holds
       from bookings.language_consents c
       join bookings.bookings b on b.id = c.booking_id
       join languages.varieties v on v.id = c.interpreter_variety
      where c.booking_id = $1 order by c.taken_at, c.id`,
    [bookingId],
  );

export interface LastResortToAgreeTo {
  consentId: string;
  variety: string;
}

/** What the patient agreed to and no second person has yet decided, as long as nobody is booked. */
export const lastResortsToAgreeTo = (tx: ReadTx, bookingId: string): Promise<LastResortToAgreeTo[]> =>
  tx.query<LastResortToAgreeTo[]>(
    `select c.id as "consentId", v.name_en as variety
       from bookings.language_consents c
       join bookings.bookings b on b.id = c.booking_id
       join languages.varieties v on v.id = c.interpreter_variety
      where c.booking_id = $1 and c.level = 'last_resort' and c.ended is null and c.agreed_by is null
        and c.variety_id = b.variety_id and c.topic is not distinct from b.topic and b.state in ('requested', 'offering')
      order by c.taken_at, c.id`,
    [bookingId],
  );
