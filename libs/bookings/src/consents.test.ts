import { randomUUID } from 'node:crypto';
import { Accounts } from '@dragoman/access';
import { newId } from '@dragoman/kernel';
import { AcceptedVarieties } from '@dragoman/patients';
import type { InterpreterActor, StaffActor } from '@dragoman/platform';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { writeAgain } from '../../../tests/support/second-row';
import { Alternatives } from './alternatives.service';
import type { ConsentInput } from './consent.taking';
import { Consents } from './consents.service';

let stand: ClinicStand;
let clinic: Clinic;
let consents: Consents;
let alternatives: Alternatives;

beforeAll(async () => {
  stand = await clinicStand();
  clinic = await stand.aClinic();
  consents = stand.nest.get(Consents, { strict: false });
  alternatives = stand.nest.get(Alternatives, { strict: false });
});
afterAll(() => stand.close());
beforeEach(() => stand.clock.set(new Date('2026-11-24T09:42:00Z')));

const installation = { kind: 'installation', by: 'test' } as const;
const colleague = async (role: StaffActor['role']): Promise<StaffActor> => {
  const { organisationId } = clinic.staff;
  const person = { organisationId, name: 'Omar Haddad', email: `${randomUUID()}@clinic.example`, role };
  const account = await stand.nest.get(Accounts, { strict: false }).create(installation, { ...person, password: 'correct horse battery' });
  return { kind: 'staff', organisationId, accountId: account.id, role };
};

const speaking = (varietyId: string) => ({ languages: [{ varietyId, role: 'speaks', enoughForDoctor: true, learntHow: 'self' } as const] });
const interpreting = (varietyId: string) => ({ skills: [{ ...(aSkill()), varietyId }] });
const aSkill = () => ({ credential: null, credentialExpiresOn: null });

/** The patient speaks Levantine Arabic, the interpreter Egyptian: close, of medium confidence. */
const levantine = async () => ({
  patientId: await stand.aPatient(clinic, speaking('apc')),
  interpreter: await stand.anInterpreter(clinic, interpreting('arz')),
  varietyId: 'apc',
});
/** The patient speaks Sudanese Arabic, the interpreter Egyptian: a last resort. */
const sudanese = async () => ({
  patientId: await stand.aPatient(clinic, speaking('apd')),
  interpreter: await stand.anInterpreter(clinic, interpreting('arz')),
  varietyId: 'apd',
});

const as = (interpreterId: string): InterpreterActor => ({ kind: 'interpreter', interpreterId });
const accept = async (bookingId: string, interpreterId: string): Promise<void> => {
  const offer = (await stand.offersOf(bookingId)).find((one) => one.interpreterId === interpreterId);
  await stand.acceptance.accept(as(interpreterId), offer?.id ?? randomUUID());
};
const refusal = (code: string) => expect.objectContaining({ code });
const shownFor = async (bookingId: string, variety = 'arz') => (await alternatives.forBooking(clinic.staff, bookingId, variety)).alternativesId;
const said = (alternativesId: string | null, more: Partial<ConsentInput> = {}): ConsentInput => ({
  interpreterVariety: 'arz',
  how: 'exact-interpreter',
  alternativesId,
  standing: false,
  ...more,
});
const consentOf = async (bookingId: string): Promise<string> =>
  (await stand.superuser.query('select id from bookings.language_consents where booking_id = $1 and ended is null', [bookingId])).rows[0]?.id;

describe('level 1, close', () => {
  it('cannot be offered before the patient agreed, and can afterwards; the winner’s variety stays with the booking', async () => {
    const { patientId, interpreter, varietyId } = await levantine();
    const booking = await stand.aBooking(clinic, { patientId, varietyId });
    await expect(stand.bookings.offer(clinic.staff, booking, [interpreter])).rejects.toMatchObject({
      code: 'interpreter-not-possible',
      details: { reason: 'language-needs-consent' },
    });
    await consents.take(clinic.staff, booking, said(await shownFor(booking)));
    await stand.bookings.offer(clinic.staff, booking, [interpreter]);
    await accept(booking, interpreter);
    const { rows } = await stand.superuser.query('select variety_id, level from bookings.assignments where booking_id = $1', [booking]);
    expect(rows).toEqual([{ variety_id: 'arz', level: 'close_consent' }]);
  });

  it('taken before the booking is made travels with it, in one transaction', async () => {
    const { patientId, interpreter, varietyId } = await levantine();
    const when = { patientId, siteId: clinic.siteId, room: null, date: '2026-12-03', time: '14:30', length: 40, modality: 'in-person' as const };
    const { alternativesId } = await alternatives.forAppointment(clinic.staff, { ...when, varietyId, topic: 'general' }, 'arz');
    const booking = await stand.aBooking(clinic, { patientId, varietyId, consents: [said(alternativesId)], offerTo: [interpreter] });
    await accept(booking, interpreter);
    expect(await stand.count(`bookings.bookings where id = $1 and state = 'confirmed'`, [booking])).toBe(1);
  });

  it('refused with the booking books nothing', async () => {
    const { patientId, varietyId } = await levantine();
    await expect(
      stand.aBooking(clinic, { patientId, varietyId, consents: [said(null, { how: 'relative' })] }),
    ).rejects.toEqual(refusal('consent-not-theirs'));
    expect(await stand.count('bookings.bookings where patient_id = $1', [patientId])).toBe(0);
  });

  it.each([
    ['a relative', { how: 'relative' }, 'consent-not-theirs'],
    ['the record', { how: 'record' }, 'consent-not-theirs'],
    ['a guess', { how: 'assumed' }, 'consent-not-theirs'],
    ['something said earlier that was never said', { how: 'stated-earlier' }, 'not-stated-earlier'],
    ['nobody who saw other dates', { alternativesId: null }, 'alternatives-first'],
    ['other dates that were shown for somebody else', { alternativesId: randomUUID() }, 'alternatives-first'],
    ['a yes for ever, though little is known of the pair', { standing: true }, 'consent-cannot-stand'],
    ['a yes to their own variety', { interpreterVariety: 'apc' }, 'consent-not-needed'],
    ['a yes to what is never booked', { interpreterVariety: 'ary' }, 'language-not-matched'],
  ] as const)('is not taken from %s', async (_, part, code) => {
    const { patientId, varietyId } = await levantine();
    const booking = await stand.aBooking(clinic, { patientId, varietyId });
    await expect(consents.take(clinic.staff, booking, said(await shownFor(booking), part))).rejects.toEqual(refusal(code));
    expect(await stand.count('bookings.language_consents where booking_id = $1', [booking])).toBe(0);
  });

  it('is one consent when it is sent twice, also at once', async () => {
    const { patientId, varietyId } = await levantine();
    const booking = await stand.aBooking(clinic, { patientId, varietyId });
    const input = said(await shownFor(booking));
    await Promise.all([1, 2, 3].map(() => consents.take(clinic.staff, booking, input)));
    expect(await stand.count('bookings.language_consents where booking_id = $1', [booking])).toBe(1);
  });

  it('stands once for a variety, whoever writes: the database refuses', async () => {
    const { patientId, varietyId } = await levantine();
    const booking = await stand.aBooking(clinic, { patientId, varietyId });
    await consents.take(clinic.staff, booking, said(await shownFor(booking)));
    await expect(writeAgain(stand.superuser, 'bookings.language_consents', booking, { id: newId() })).rejects.toMatchObject({
      constraint: 'a_patient_consents_once_to_a_variety',
    });
  });

  it('shows exact interpreters on other dates first, and keeps what it showed', async () => {
    const { patientId, varietyId } = await levantine();
    const weekdays = { ...interpreting('apc'), displayName: 'Rima Khoury', modalities: ['in-person' as const], hours: [{ weekday: 5, from: '09:00', to: '17:00' }] };
    const rima = await stand.anInterpreter(clinic, weekdays);
    const booking = await stand.aBooking(clinic, { patientId, varietyId });
    const question = await alternatives.forBooking(clinic.staff, booking, 'arz');
    expect(question).toMatchObject({ level: 'close_consent', confidence: 'medium', mayBeAsked: true, mayStand: false });
    const shown = ['2026-12-04', '2026-12-11'].map((date) => ({ interpreterId: rima, date, time: '14:30', modality: 'in-person' }));
    expect(question.alternatives).toEqual(shown.map((one) => ({ ...one, displayName: 'Rima Khoury' })));
    const { rows } = await stand.superuser.query('select alternatives from bookings.alternatives_shown where id = $1', [question.alternativesId]);
    expect(rows[0].alternatives).toEqual(shown);
    await stand.superuser.query('update interpreters.interpreters set active = false where id = $1', [rima]);
  });
});

describe('a consent that was taken back', () => {
  const offered = async () => {
    const { patientId, interpreter, varietyId } = await levantine();
    const booking = await stand.aBooking(clinic, { patientId, varietyId });
    await consents.take(clinic.staff, booking, said(await shownFor(booking)));
    const exact = await stand.anInterpreter(clinic, interpreting('apc'));
    await stand.bookings.offer(clinic.staff, booking, [interpreter, exact]);
    return { booking, interpreter, exact, consentId: await consentOf(booking) };
  };

  it('withdraws the offers that rest on it and no others, and cannot be accepted any more', async () => {
    const { booking, interpreter, exact, consentId } = await offered();
    await consents.withdraw(clinic.staff, { bookingId: booking, consentId });
    await consents.withdraw(clinic.staff, { bookingId: booking, consentId });
    const states = Object.fromEntries((await stand.offersOf(booking)).map(({ interpreterId, state }) => [interpreterId, state]));
    expect(states).toEqual({ [interpreter]: 'withdrawn', [exact]: 'open' });
    await expect(accept(booking, interpreter)).rejects.toEqual(refusal('offer-withdrawn'));
    expect(await stand.count(`bookings.entries where booking_id = $1 and kind = 'consent-withdrawn'`, [booking])).toBe(1);
  });

  it('is judged again at acceptance, whatever became of the offer', async () => {
    const { booking, interpreter, consentId } = await offered();
    const { accountId } = clinic.staff;
    await stand.superuser.query(
      `update bookings.language_consents set ended = 'withdrawn', ended_by = $2, ended_at = now() where id = $1`,
      [consentId, accountId],
    );
    await expect(accept(booking, interpreter)).rejects.toEqual(refusal('language-needs-consent'));
  });

  it('does not count once the booking is about something else', async () => {
    const { booking, interpreter } = await offered();
    await stand.superuser.query(`update bookings.bookings set topic = 'maternity' where id = $1`, [booking]);
    await expect(accept(booking, interpreter)).rejects.toEqual(refusal('language-needs-consent'));
  });

  it('at the moment of an acceptance leaves nobody booked without consent and an open offer nowhere', async () => {
    for (let round = 0; round < 6; round++) {
      const { booking, interpreter, consentId } = await offered();
      const [taken] = await Promise.allSettled([
        accept(booking, interpreter),
        consents.withdraw(clinic.staff, { bookingId: booking, consentId }),
      ]);
      const booked = await stand.count('bookings.assignments where booking_id = $1 and released_at is null', [booking]);
      expect(booked).toBe(taken.status === 'fulfilled' ? 1 : 0);
      expect(await stand.count(`bookings.offers where booking_id = $1 and interpreter_id = $2 and state = 'open'`, [booking, interpreter])).toBe(0);
    }
  });
});

describe('a consent that stands', () => {
  const rwandan = async () => ({
    patientId: await stand.aPatient(clinic, speaking('kin')),
    interpreter: await stand.anInterpreter(clinic, interpreting('run')),
  });
  const stood = async (patientId: string) => {
    const booking = await stand.aBooking(clinic, { patientId, varietyId: 'kin' });
    await consents.take(clinic.staff, booking, said(await shownFor(booking, 'run'), { interpreterVariety: 'run', standing: true }));
  };

  it('needs no second asking at the next booking, where high confidence lets it stand', async () => {
    const { patientId, interpreter } = await rwandan();
    await stood(patientId);
    const next = await stand.aBooking(clinic, { patientId, varietyId: 'kin', time: '16:00', offerTo: [interpreter] });
    await accept(next, interpreter);
    const { rows } = await stand.superuser.query('select how, alternatives_id from bookings.language_consents where booking_id = $1', [next]);
    expect(rows).toEqual([{ how: 'stated-earlier', alternatives_id: null }]);
  });

  it('is asked again after a year', async () => {
    const { patientId, interpreter } = await rwandan();
    await stood(patientId);
    stand.clock.set(new Date('2027-11-24T09:42:00Z'));
    await expect(
      stand.aBooking(clinic, { patientId, varietyId: 'kin', date: '2027-12-02', offerTo: [interpreter] }),
    ).rejects.toMatchObject({ details: { reason: 'language-needs-consent' } });
  });

  it('can be removed, and then counts for nothing new', async () => {
    const { patientId, interpreter } = await rwandan();
    await stood(patientId);
    const accepted = stand.nest.get(AcceptedVarieties, { strict: false });
    await accepted.remove(clinic.staff, patientId, { varietyId: 'kin', interpreterVariety: 'run' });
    await expect(
      stand.aBooking(clinic, { patientId, varietyId: 'kin', time: '17:00', offerTo: [interpreter] }),
    ).rejects.toMatchObject({ details: { reason: 'language-needs-consent' } });
  });

  it('is refused by the database where confidence is not high', async () => {
    const { organisationId, accountId } = clinic.staff;
    const { patientId } = await levantine();
    await expect(
      stand.superuser.query(
        `insert into patients.accepted_varieties values ($1, $2, 'apc', 'arz', 'medium', 'exact-interpreter', $3, now())`,
        [organisationId, patientId, accountId],
      ),
    ).rejects.toMatchObject({ constraint: 'a_standing_consent_needs_high_confidence' });
  });
});

describe('level 2, a last resort', () => {
  const asked = async (more: { topic?: 'general' | 'maternity' } = {}) => {
    const { patientId, interpreter, varietyId } = await sudanese();
    const booking = await stand.aBooking(clinic, { patientId, varietyId, ...more });
    await consents.take(clinic.staff, booking, said(await shownFor(booking)));
    return { booking, interpreter, consentId: await consentOf(booking) };
  };

  it('takes two people: the patient’s word, and a coordinator who did not take it', async () => {
    const { booking, interpreter, consentId } = await asked();
    const offer = () => stand.bookings.offer(clinic.staff, booking, [interpreter]);
    await expect(offer()).rejects.toMatchObject({ details: { reason: 'language-last-resort' } });
    const ids = { bookingId: booking, consentId };
    await expect(consents.decide(clinic.staff, ids, 'yes')).rejects.toEqual(refusal('agreement-by-the-same-person'));
    await expect(consents.decide(await colleague('receptionist'), ids, 'yes')).rejects.toEqual(refusal('not-a-coordinator'));
    await expect(offer()).rejects.toMatchObject({ details: { reason: 'language-last-resort' } });
    await consents.decide(await colleague('coordinator'), ids, 'yes');
    await offer();
    await accept(booking, interpreter);
  });

  it('is over when the coordinator does not agree', async () => {
    const { booking, consentId } = await asked();
    await consents.decide(await colleague('coordinator'), { bookingId: booking, consentId }, 'no');
    await expect(consents.decide(await colleague('coordinator'), { bookingId: booking, consentId }, 'yes')).rejects.toEqual(refusal('consent-ended'));
  });

  it.each(['consent-to-treatment', 'safeguarding', 'mental-health', null] as const)('is never asked for about %s', async (topic) => {
    const { patientId, varietyId } = await sudanese();
    const booking = await stand.aBooking(clinic, { patientId, varietyId, topic });
    await expect(consents.take(clinic.staff, booking, said(await shownFor(booking)))).rejects.toEqual(refusal('not-for-topic'));
  });

  it('is never agreed to by one person, says the database', async () => {
    const { consentId } = await asked();
    await expect(
      stand.superuser.query('update bookings.language_consents set agreed_by = taken_by, agreed_at = now() where id = $1', [consentId]),
    ).rejects.toMatchObject({ constraint: 'two_different_people_agree_to_a_last_resort' });
  });
});

describe('who sees consent', () => {
  it('is the organisation, and the interpreter who was asked, who sees no alternatives and changes nothing', async () => {
    const { patientId, interpreter, varietyId } = await levantine();
    const booking = await stand.aBooking(clinic, { patientId, varietyId });
    await consents.take(clinic.staff, booking, said(await shownFor(booking)));
    const seenBy = (actor: InterpreterActor) => stand.database.read(actor, (tx) => tx.query('select booking_id from bookings.language_consents'));
    expect(await seenBy(as(interpreter))).toEqual([]);
    await stand.bookings.offer(clinic.staff, booking, [interpreter]);
    expect(await seenBy(as(interpreter))).toEqual([{ booking_id: booking }]);
    for (const sql of ['select 1 from bookings.alternatives_shown', 'select 1 from patients.accepted_varieties', `update bookings.language_consents set ended = 'withdrawn'`])
      await expect(stand.database.transaction(as(interpreter), (tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
  });

  it('is never another organisation, also without a where', async () => {
    const other = await stand.aClinic();
    for (const table of ['bookings.language_consents', 'bookings.alternatives_shown', 'bookings.understandings', 'bookings.lowered_pairs', 'bookings.review_grounds', 'patients.accepted_varieties'])
      expect(await stand.database.read(other.staff, (tx) => tx.query(`select * from ${table}`))).toEqual([]);
  });
});

