import { beginSending } from './keys';

let form = 0;
const send = (body: string, at = 0) => beginSending(`POST /patients/${form}`, body, () => at);

beforeEach(() => (form += 1));

it('sends what is asked for a second time under a new key', () => {
  const first = send('Amna');
  first.done();
  expect(send('Amna').key).not.toBe(first.key);
});

it('sends a second press while the first is under way under the same key', () => {
  const first = send('Amna');
  const second = send('Amna');
  expect(second.key).toBe(first.key);
  first.done();
  expect(send('Amna').key).toBe(first.key);
});

it('tries again under the same key when the answer was lost, and under a new one when the form was changed', () => {
  const lost = send('Amna');
  lost.lost();
  expect(send('Amna').key).toBe(lost.key);
  expect(send('Amna Idris').key).not.toBe(lost.key);
});

it('asks anew after a refusal', () => {
  const refused = send('Amna');
  refused.refused();
  expect(send('Amna').key).not.toBe(refused.key);
});

it('does not take a pause for the one that was lost before somebody went on', () => {
  const lost = beginSending('POST /pause', undefined, () => 0);
  lost.lost();
  beginSending('POST /resume', undefined, () => 1).done();
  expect(beginSending('POST /pause', undefined, () => 2).key).not.toBe(lost.key);
});

it('does not take the same button ten minutes later for another try', () => {
  const lost = send('Amna');
  lost.lost();
  expect(send('Amna', 600_001).key).not.toBe(lost.key);
});

it('tells two sounds of one length apart', () => {
  const sound = (byte: number) => beginSending('PUT /sound', new Uint8Array([1, byte]).buffer, () => 0);
  expect(sound(1).key).not.toBe(sound(2).key);
  expect(sound(1).key).toBe(sound(1).key);
});
