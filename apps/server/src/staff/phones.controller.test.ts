import { randomUUID } from 'node:crypto';
import type { Preview } from '@dragoman/contracts';
import { FixedClock } from '@dragoman/kernel';
import { Worker } from '@dragoman/platform';
import { type TestApp, testApp } from '../../../../tests/support/app';
import { aPhone, aRequest, type Desk, linksOn, until } from '../../../../tests/support/desk';
import { aDesk } from '../../../../tests/support/installation';
import { type TestDatabase, testDatabase } from '../../../../tests/support/postgres';

let test: TestDatabase;
let running: TestApp;
let worker: Worker;
let desk: Desk;

beforeAll(async () => {
  test = await testDatabase();
  running = await testApp(test, { listen: true, clock: new FixedClock(new Date('2026-11-24T09:42:00Z')) });
  worker = running.app.get(Worker);
  await worker.start();
  desk = await aDesk(running.url, test);
});

afterAll(async () => {
  await worker.stop();
  await running.close();
  await test.close();
});

it('shows an offer on the interpreter’s phone, the confirmation on the patient’s, and takes the reply', async () => {
  const [site, phone] = [await desk.addSite(), aPhone()];
  const interpreter = await desk.addInterpreter();
  const patient = await desk.addPatient({ channels: [{ channel: 'sms', address: phone, safety: 'private', isConfirmed: true }] });

  const wanted = aRequest(patient, site, { offerTo: [interpreter.id] });
  const { offerTo: _offerTo, purpose: _purpose, requestKey: _requestKey, ...appointment } = wanted;
  const { draft, plan } = await desk.request<Preview>('POST', '/api/previews', appointment);
  expect(draft).toMatchObject({ channel: 'sms', address: phone, lang: 'ar', dir: 'rtl', reviewState: 'draft' });
  expect(plan).toHaveLength(4);

  const booking = await desk.book(wanted);
  const [offer] = await until(async () => {
    const links = await linksOn(desk, interpreter.phone);
    return links.length > 0 && links;
  }, 'an offer by SMS');
  const accepted = await fetch(`${offer}/accept`, { method: 'POST', redirect: 'manual' });
  expect(accepted.status).toBeLessThan(400);

  const owner = await until(
    async () => (await desk.phones()).phones.find(({ address }) => address === phone),
    'a confirmation by SMS',
  );
  expect(owner).toMatchObject({ owner: 'Amna Idris Osman', ownerKind: 'patient', kind: 'sms' });
  await until(async () => {
    const { timeline } = await desk.booking(booking.id);
    return timeline.some(({ message }) => message?.to === 'patient' && message.state === 'delivered');
  }, 'a receipt');

  await desk.replyFrom(phone, '١');
  const answered = await until(async () => {
    const detail = await desk.booking(booking.id);
    return detail.patientAnswer !== null && detail;
  }, 'the answer');
  expect(answered.patientAnswer).toBe('coming');
  expect(answered.timeline.find(({ reply }) => reply)?.reply).toEqual({ text: '١', lang: 'und', dir: 'ltr' });

  await desk.replyFrom(phone, 'هل ستكون نفس المترجمة؟');
  const row = await until(
    async () => (await desk.today()).queue.find(({ kind }) => kind === 'reply-to-read'),
    'a reply to read',
  );
  expect(row.original).toEqual({ text: 'هل ستكون نفس المترجمة؟', lang: 'ar', dir: 'rtl' });
  await desk.request('POST', `/api/tasks/${row.taskId}/done`);
  expect((await desk.today()).queue.map(({ kind }) => kind)).not.toContain('reply-to-read');

  const [next] = (await desk.booking(booking.id)).next;
  const sent = await desk.sendNow(booking.id, next?.intentId ?? '');
  expect(sent.next.map(({ intentId }) => intentId)).not.toContain(next?.intentId);
}, 60_000);

describe('another organisation', () => {
  it('sees none of these phones, cannot reply from them, and cannot finish our tasks', async () => {
    const other = await aDesk(running.url, test);
    expect(await other.phones()).toEqual({ phones: [] });
    const [ours] = (await desk.phones()).phones.filter(({ kind }) => kind === 'sms');
    await expect(other.replyFrom(ours?.address ?? '', '1')).rejects.toMatchObject({ status: 404, code: 'no-such-phone' });
    await expect(other.request('POST', `/api/tasks/${randomUUID()}/done`)).rejects.toMatchObject({ status: 404 });
  });
});
