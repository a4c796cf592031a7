import { newId } from '@dragoman/kernel';
import type { StaffActor } from '@dragoman/platform';
import { type MessagingStand, messagingStand } from '../../../tests/support/messaging';
import { messageFailed } from './messaging.events';
import { messagesByTime } from './sent-message.queries';

let stand: MessagingStand;
let clinic: StaffActor;

const interpreter = { kind: 'interpreter', id: newId(), name: 'Hiba Osman' } as const;
const written = {
  senderName: 'Riverside',
  subject: '204816 is your code',
  body: 'Your code is 204816. Or open https://go.example/join/abcdefghijklmnopqrstuv',
  english: 'Your code is 204816. Or open https://go.example/join/abcdefghijklmnopqrstuv',
  lang: 'en',
  dir: 'ltr',
  languageName: 'English',
  neutral: false,
  version: 1,
  reviewState: 'source',
} as const;

beforeAll(async () => {
  stand = await messagingStand();
  stand.events.subscribe(messageFailed, 'heard-failed', () => Promise.resolve());
  clinic = await stand.organisation();
});

afterAll(() => stand.close());

describe('a message about no booking', () => {
  it('leaves without anybody being asked whether an appointment is still so', async () => {
    stand.messages.checkLastWith(['patient', 'interpreter', 'supporter'], (_tx, waiting) => Promise.resolve(new Set(waiting.map(({ id }) => id))));
    const code = await stand.queue(clinic, { bookingId: null, recipient: interpreter, kind: 'sign-in-code' });
    const offer = await stand.queue(clinic, { recipient: interpreter, kind: 'offer' });
    await stand.sender().sweep();
    expect([await stand.stateOf(code), await stand.stateOf(offer)]).toMatchObject([{ state: 'sent' }, { state: 'withdrawn' }]);
  });

  it('that never arrives is said of no booking', async () => {
    const id = await stand.queue(clinic, { bookingId: null, recipient: interpreter, address: '+447700900000' });
    await stand.sender().sweep();
    expect(await stand.stateOf(id)).toMatchObject({ state: 'failed' });
    expect(await stand.published()).toMatchObject([{ task: 'heard-failed', payload: { messageId: id, bookingId: null } }]);
  });

  it('is never one to a patient or to their supporter: the database refuses', async () => {
    for (const kind of ['patient', 'supporter'] as const)
      await expect(stand.queue(clinic, { bookingId: null, recipient: { ...interpreter, kind } })).rejects.toThrow(
        'what_patients_are_told_is_about_a_booking',
      );
  });

  it('shows staff that it left, and neither its code nor where its link leads', async () => {
    const id = await stand.queue(clinic, { bookingId: null, recipient: interpreter, kind: 'sign-in-code', text: written });
    const { items } = await stand.database.read(clinic, (tx) => messagesByTime(tx, { states: ['queued'] }));
    const hidden = 'Your code is ••••••. Or open https://go.example/join/…';
    expect(items).toMatchObject([{ id, bookingId: null, subject: '•••••• is your code', body: hidden, english: hidden }]);
  });
});
