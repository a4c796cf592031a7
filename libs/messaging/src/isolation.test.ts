import { newId } from '@dragoman/kernel';
import type { StaffActor } from '@dragoman/platform';
import { type MessagingStand, messagingStand } from '../../../tests/support/messaging';

let stand: MessagingStand;
let clinic: StaffActor;

beforeAll(async () => {
  stand = await messagingStand();
  clinic = await stand.organisation();
});

afterAll(() => stand.close());

describe('another organisation', () => {
  it('sees no message, reply, opt-out or simulated phone, also when the query forgets its where', async () => {
    await stand.queue(clinic);
    await stand.sender().sweep();
    await stand.simulator.reply(clinic, { address: '+447700900482', body: 'STOP' });
    const other = await stand.organisation();
    for (const table of ['messages', 'inbound', 'opt_outs', 'simulator_messages']) {
      const all = `select * from messaging.${table}`;
      expect(await stand.database.read(other, (tx) => tx.query(all))).toEqual([]);
      expect(await stand.database.read(clinic, (tx) => tx.query(all))).not.toEqual([]);
    }
  });

  it('is all that an interpreter, a patient link and the installation are to messages: they see nothing at all', async () => {
    for (const actor of [
      { kind: 'interpreter', interpreterId: newId() },
      { kind: 'patient', organisationId: clinic.organisationId, bookingId: newId(), patientId: newId() },
      { kind: 'installation', by: 'test' },
    ] as const)
      await expect(
        stand.database.read(actor, (tx) => tx.query('select * from messaging.messages')),
      ).rejects.toThrow(/permission denied/);
  });
});
