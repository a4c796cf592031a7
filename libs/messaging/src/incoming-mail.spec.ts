import { bounce, letter } from '../../../tests/support/mail';
import { readMail } from './incoming-mail';

const id = '0198f0aa-1111-7000-8000-00000000000a';
const read = (source: string) => readMail(Buffer.from(source));

describe('a report', () => {
  it('names our message by the envelope, or by the header that it gives back', async () => {
    const expected = { kind: 'report', messageId: id, outcome: 'undelivered', reply: { status: '5.1.1', code: 550 } };
    expect(await read(bounce({ envelopeId: id }))).toEqual(expected);
    expect(await read(bounce({ original: id }))).toEqual(expected);
    expect(await read(bounce({ original: id, headersOnly: true }))).toEqual(expected);
  });

  it('says that a mail arrived', async () => {
    expect(await read(bounce({ envelopeId: id, action: 'delivered', status: '2.0.0' }))).toMatchObject({ kind: 'report', outcome: 'delivered' });
  });

  it.each(['delayed', 'relayed', 'expanded'])('settles nothing if a mail was %s', async (action) => {
    expect(await read(bounce({ envelopeId: id, action, status: '4.4.1' }))).toEqual({ kind: 'automatic' });
  });

  it('is of no use if it names nothing of ours', async () => {
    expect(await read(bounce({}))).toEqual({ kind: 'automatic' });
  });
});

describe('a letter', () => {
  it('says what it answers, and is the same whoever brings it twice', async () => {
    const source = letter({ from: 'Amna <Amna@Example.org>', text: '1', answers: id });
    expect(await read(source)).toMatchObject({ kind: 'letter', from: 'amna@example.org', text: expect.stringMatching(/^1/), answers: [id] });
    expect(await read(source)).toEqual(await read(source));
  });

  it('is read as text where it has only HTML', async () => {
    const mail = await read(letter({ from: 'amna@example.org', html: '<p>نعم</p><script>alert(1)</script>' }));
    expect(mail).toMatchObject({ kind: 'letter', text: 'نعم' });
  });

  it('was written by nobody if somebody is away, and by a server in its own words is read', async () => {
    expect(await read(letter({ from: 'amna@example.org', text: 'I am away', headers: ['Auto-Submitted: auto-replied'] }))).toEqual({ kind: 'automatic' });
    const words = letter({ from: 'MAILER-DAEMON@example.org', text: 'I am afraid', headers: ['Auto-Submitted: auto-replied'] });
    expect(await read(words)).toMatchObject({ kind: 'letter' });
  });
});
