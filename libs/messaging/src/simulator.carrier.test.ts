import { carrierContract } from '../../../tests/support/carrier.contract';
import { type MessagingStand, messagingStand } from '../../../tests/support/messaging';
import type { Carrier } from './carrier';
import type { MessageChannel } from './message.entity';

let stand: MessagingStand;
let organisationId: string;

beforeAll(async () => {
  stand = await messagingStand();
  ({ organisationId } = await stand.organisation());
});

afterAll(() => stand.close());

const carrierFor = (channel: MessageChannel): Carrier => {
  const carrier = stand.carriers.find((candidate) => candidate.channel === channel);
  if (!carrier) throw new Error(`no ${channel}`);
  return carrier;
};

const given = async (messageId: string) => {
  const { rows } = await stand.superuser.query(
    'select address, subject, body from messaging.simulator_messages where message_id = $1',
    [messageId],
  );
  return rows;
};

carrierContract('simulated SMS', 'sms', () => ({
  carrier: carrierFor('sms'),
  organisationId,
  reachable: '+447700900482',
  outOfService: '+447700900000',
  given,
}));

carrierContract('simulated call', 'voice', () => ({
  carrier: carrierFor('voice'),
  organisationId,
  reachable: '+447700900482',
  outOfService: '+447700900000',
  given,
}));

carrierContract('simulated email', 'email', () => ({
  carrier: carrierFor('email'),
  organisationId,
  reachable: 'amna@example.org',
  outOfService: 'amna@nobody.example',
  given,
}));
