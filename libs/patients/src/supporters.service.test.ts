import { newId } from '@dragoman/kernel';
import type { Actor } from '@dragoman/platform';
import { type Clinic, type ClinicStand, clinicStand } from '../../../tests/support/clinic';
import { aPhone, aSupporter } from '../../../tests/support/desk';
import { Supporters, type SupporterInput } from './supporters.service';

let stand: ClinicStand;
let clinic: Clinic;
let supporters: Supporters;
let patientId: string;

beforeAll(async () => {
  stand = await clinicStand();
  supporters = stand.nest.get(Supporters, { strict: false });
  clinic = await stand.aClinic();
}, 120_000);

beforeEach(async () => {
  stand.clock.set(new Date('2026-11-24T09:42:00Z'));
  patientId = await stand.aPatient(clinic);
});

afterAll(() => stand?.close());

const add = (changes: Partial<SupporterInput> = {}) => supporters.add(clinic.staff, patientId, { ...aSupporter(), ...changes });
const there = (actor: Actor = clinic.staff) =>
  stand.database.read(actor, (tx) => supporters.of(tx, { organisationId: clinic.staff.organisationId, patientId }));
const trail = async () =>
  (await stand.superuser.query('select action, details from audit.entries where subject_id = $1 and action like $2 order by at, id', [patientId, 'patient.supporter%'])).rows;

it('a supporter is written down with who may be told what, where, in which language, and until when', async () => {
  await add({ name: ' Rashid ', address: '07700 900611', mayBeTold: 'who-when-where', isConfirmed: true });
  expect(await there()).toEqual([
    expect.objectContaining({
      name: 'Rashid',
      relation: 'friend',
      channel: 'sms',
      address: '+447700900611',
      readsVariety: 'arb',
      mayBeTold: 'who-when-where',
      askedHow: 'interpreter',
      confirmedAt: new Date('2026-11-24T09:42:00Z'),
      consentGivenAt: new Date('2026-11-24T09:42:00Z'),
      recordedBy: clinic.staff.accountId,
      expiresAt: new Date('2027-11-24T09:42:00Z'),
      removedAt: null,
    }),
  ]);
});

it('nobody is added without a private conversation, nor by anything that goes past the program', async () => {
  for (const askedHow of ['through-them', 'others-present', 'not-asked'] as const)
    await expect(add({ askedHow })).rejects.toMatchObject({ code: 'private-conversation-needed' });
  expect(await there()).toEqual([]);
  await add();
  const forge = stand.superuser.query(`update patients.supporters set asked_how = 'others-present' where patient_id = $1`, [patientId]);
  await expect(forge).rejects.toThrow('a_supporter_comes_of_a_private_conversation');
});

it('a consent of more than a year is refused by the database itself, on a leap day too', async () => {
  await expect(add({ months: 13 })).rejects.toMatchObject({ code: 'a-year-at-most' });
  stand.clock.set(new Date('2028-02-29T23:59:59Z'));
  await add();
  expect(await there()).toMatchObject([{ expiresAt: new Date('2029-02-28T23:59:59Z') }]);
});

it('an address of the patient’s own is no supporter’s: an answer from it would count as the patient’s', async () => {
  const address = aPhone();
  patientId = await stand.aPatient(clinic, { channels: [{ channel: 'sms', address, safety: 'shared' }] });
  await expect(add({ address })).rejects.toMatchObject({ code: 'supporter-at-the-patients' });
});

it('the language must be one that is read, and the number one that can be written to', async () => {
  await expect(add({ readsVariety: 'ara' })).rejects.toMatchObject({ code: 'ask-which-language' });
  await expect(add({ address: '020 7946 0123' })).rejects.toMatchObject({ code: 'landline' });
});

it('asked about again, the new consent takes the place of the old one', async () => {
  await add({ address: '07700 900611', months: 3 });
  stand.clock.set(new Date('2027-01-10T09:00:00Z'));
  await add({ address: '07700 900611', mayBeTold: 'who-when-where' });
  expect(await there()).toMatchObject([{ mayBeTold: 'who-when-where', expiresAt: new Date('2028-01-10T09:00:00Z') }]);
});

it('pressed twice at once, a supporter is there once', async () => {
  await Promise.all([add({ address: '07700 900611' }), add({ address: '07700 900611' })]);
  expect(await there()).toHaveLength(1);
});

it('removed, they are gone for everybody; twice is once; and the audit names nobody', async () => {
  await add({ name: 'Rashid', address: '07700 900611' });
  const [supporter] = await there();
  const id = supporter?.id ?? '';
  await Promise.all([supporters.remove(clinic.staff, patientId, id), supporters.remove(clinic.staff, patientId, id)]);
  await supporters.remove(clinic.staff, patientId, id);
  expect(await there()).toEqual([]);
  expect(await trail()).toEqual([
    { action: 'patient.supporter-added', details: { supporterId: id } },
    { action: 'patient.supporter-removed', details: { supporterId: id } },
  ]);
});

it('another organisation, another patient and nobody look alike to whoever removes', async () => {
  await add();
  const [supporter] = await there();
  const id = supporter?.id ?? '';
  const theirs = await stand.aClinic();
  await expect(supporters.remove(theirs.staff, patientId, id)).rejects.toMatchObject({ code: 'patient-not-found' });
  await expect(supporters.remove(clinic.staff, await stand.aPatient(clinic), id)).rejects.toMatchObject({ code: 'supporter-not-found' });
  await expect(supporters.remove(clinic.staff, patientId, newId())).rejects.toMatchObject({ code: 'supporter-not-found' });
  expect(await there(theirs.staff)).toEqual([]);
  expect(await there()).toHaveLength(1);
});

it('a patient’s link and an interpreter can neither read nor add anybody, whatever a page asks', async () => {
  await add();
  const { organisationId } = clinic.staff;
  const link = { kind: 'patient', organisationId, bookingId: newId(), patientId } as const;
  await expect(there(link)).rejects.toThrow('permission denied');
  await expect(there({ kind: 'interpreter', interpreterId: newId() })).rejects.toThrow('permission denied');
  const insert = stand.database.transaction(link, (tx) => tx.query('insert into patients.supporters (id, patient_id) values ($1, $2)', [newId(), patientId]));
  await expect(insert).rejects.toThrow('permission denied');
});
