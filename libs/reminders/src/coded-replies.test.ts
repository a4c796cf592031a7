import { Alerts, TellContacts } from '@dragoman/alerts';
import { Inbox } from '@dragoman/messaging';
import { Organisations } from '@dragoman/organisations';
import type { Clinic } from '../../../tests/support/clinic';
import { aPhone } from '../../../tests/support/desk';
import { type RemindersStand, remindersStand } from '../../../tests/support/reminders';

describe('whoever is on duty answers an alert in a text', () => {
  let stand: RemindersStand;
  let clinic: Clinic;
  let duty: { name: string; telephone: string; email: null }[];

  beforeAll(async () => {
    stand = await remindersStand();
  });

  afterAll(() => stand.close());

  beforeEach(async () => {
    await stand.startAgain();
    clinic = await stand.aClinic();
    duty = [{ name: 'Ruth Adeyemi', telephone: aPhone(), email: null }, { name: 'Tom Aldridge', telephone: aPhone(), email: null }];
    const organisations = stand.nest.get(Organisations, { strict: false });
    const { policyVersion } = await stand.database.read(clinic.staff, (tx) => organisations.get(tx, clinic.staff.organisationId));
    await organisations.changePolicy(clinic.staff, { alerts: { contacts: duty } }, policyVersion);
  });

  const nobody = aPhone();
  const raised = async (kind: 'given-back' | 'concern' = 'concern'): Promise<string> => {
    const bookingId = await stand.aBooking(clinic);
    await stand.database.transaction(clinic.staff, (tx) =>
      stand.nest.get(Alerts, { strict: false }).raise(tx, { organisationId: clinic.staff.organisationId, bookingId, kind }),
    );
    await stand.nest.get(TellContacts, { strict: false }).sweep();
    await stand.settle();
    return bookingId;
  };
  const codeOf = async (bookingId: string): Promise<string> => {
    const codes = (await stand.messages(bookingId)).filter(({ kind }) => kind === 'alert').map(({ body }) => /OK (\d{4})/.exec(body)?.[1]);
    expect(codes.length > 0 && new Set(codes).size === 1).toBe(true);
    return codes[0] ?? '';
  };
  const alert = async (bookingId: string) =>
    (await stand.superuser.query('select state, acknowledged_contact as by from alerts.alerts where booking_id = $1', [bookingId])).rows[0];
  const reply = async (address: string, body: string): Promise<void> => {
    await stand.simulator.reply(clinic.staff, { kind: 'sms', address, body });
    await stand.settle();
  };
  const answers = async (bookingId: string) => (await stand.messages(bookingId)).filter(({ kind }) => kind === 'alert-reply').map(({ address, body, state }) => [address, body, state]);
  const [ruth, tom] = [() => duty[0]?.telephone ?? '', () => duty[1]?.telephone ?? ''];

  it('with its code, and is the one; whoever is second hears so, and nobody is written to again', async () => {
    const bookingId = await raised();
    const code = await codeOf(bookingId);
    await reply(ruth(), `OK ${code}`);
    expect(await alert(bookingId)).toEqual({ state: 'acknowledged', by: 'Ruth Adeyemi' });
    await reply(tom(), code);
    expect(await alert(bookingId)).toEqual({ state: 'acknowledged', by: 'Ruth Adeyemi' });
    expect(await answers(bookingId)).toEqual([
      [ruth(), expect.stringMatching(/^Thank you\. You are seeing to D-\d+/), 'delivered'],
      [tom(), expect.stringMatching(/^Somebody is seeing to D-\d+ already/), 'delivered'],
    ]);
    expect(await stand.openTasks(clinic)).toEqual([]);
    const before = (await stand.messages(bookingId)).length;
    await stand.goTo('2026-11-24T12:00:00Z');
    await stand.nest.get(TellContacts, { strict: false }).sweep();
    expect(await stand.messages(bookingId)).toHaveLength(before);
  });

  it('of two alerts only the one whose code it is', async () => {
    const [one, other] = [await raised(), await raised()];
    expect(await codeOf(one)).not.toBe(await codeOf(other));
    await reply(ruth(), `ok ${await codeOf(other)}`);
    expect([(await alert(one)).state, (await alert(other)).state]).toEqual(['open', 'acknowledged']);
  });

  it('from a number that was never written to nothing is seen to, and a person reads it', async () => {
    const bookingId = await raised();
    const code = await codeOf(bookingId);
    await stand.database.transaction(clinic.staff, async (tx) => {
      const { organisationId } = clinic.staff;
      await stand.nest.get(Inbox, { strict: false }).receive(tx, { organisationId, channel: 'sms', from: nobody, body: `OK ${code}` });
    });
    await stand.settle();
    expect((await alert(bookingId)).state).toBe('open');
    expect(await answers(bookingId)).toEqual([]);
    expect(await stand.openTasks(clinic)).toMatchObject([{ kind: 'reply-to-read' }]);
  });

  it('is told that there is nothing left to do where it was settled meanwhile', async () => {
    const bookingId = await raised();
    const code = await codeOf(bookingId);
    await stand.database.transaction({ kind: 'job', job: 'test' }, (tx) =>
      stand.nest.get(Alerts, { strict: false }).settle(tx, { organisationId: clinic.staff.organisationId, bookingId }, 'resolved'),
    );
    await reply(ruth(), `OK ${code}`);
    expect((await alert(bookingId)).state).toBe('settled');
    expect(await answers(bookingId)).toEqual([[ruth(), expect.stringContaining('settled meanwhile'), 'delivered']]);
  });
});
