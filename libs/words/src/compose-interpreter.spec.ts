import { composeInterpreterMessage, type InterpreterMessageKind, type JobFacts } from './compose-interpreter';

const facts: JobFacts = {
  clinicName: 'Eastport Community Trust',
  siteName: 'Riverside Health Centre',
  address: '14 Mill Lane, Eastport',
  room: 'Room 6',
  startsAt: new Date('2026-12-03T14:30:00Z'),
  endsAt: new Date('2026-12-03T15:10:00Z'),
  zone: 'Europe/London',
  languageName: 'Sudanese Arabic',
  modality: 'in-person',
  pay: '£32.00',
  answerBy: new Date('2026-12-01T17:00:00Z'),
};
const link = 'https://d.example/o/abc';
const compose = (kind: InterpreterMessageKind, channel: 'sms' | 'email', changes: Partial<JobFacts> = {}) =>
  composeInterpreterMessage({ kind, channel, facts: { ...facts, ...changes }, link });

describe('an offer', () => {
  it('has every fact in one SMS', () => {
    expect(compose('offer', 'sms')).toMatchObject({
      body:
        'Eastport Community Trust offers you a job: Sudanese Arabic, Thursday 3 December 2026, 14:30-15:10 (40 min), ' +
        'in person, Riverside Health Centre, 14 Mill Lane, Eastport, Room 6. Pay £32.00. ' +
        'Answer by Tuesday 1 December 2026, 17:00.\nAccept or decline: https://d.example/o/abc',
      segments: { encoding: 'GSM-7', segments: 2 },
      subject: null,
      html: null,
    });
  });

  it('can be answered by its code, where it has one', () => {
    expect(compose('offer', 'sms', { replyCode: '4821' })).toMatchObject({
      body: expect.stringMatching(/17:00\.\nReply YES 4821 or NO 4821, or use this link: https:\/\/d\.example\/o\/abc$/),
      segments: { encoding: 'GSM-7', segments: 2 },
    });
    expect(compose('confirmed', 'sms', { replyCode: '4821' }).body).not.toContain('4821');
  });

  it('says by video instead of a place', () => {
    const { body } = compose('offer', 'sms', { modality: 'video' });
    expect(body).toContain('by video.');
    expect(body).not.toContain('Riverside');
  });

  it('says nothing of pay or deadline that nobody knows', () => {
    const { body } = compose('offer', 'sms', { pay: null, answerBy: null });
    expect(body).not.toMatch(/Pay|Answer by/);
  });

  it('lists the same facts by email, in text and in a table', () => {
    const { subject, senderName, body, html } = compose('offer', 'email');
    expect(subject).toBe('Job offer: Sudanese Arabic, Thursday 3 December 2026');
    expect(senderName).toBe('Eastport Community Trust');
    for (const fact of ['14:30-15:10', '40 minutes', 'in person', 'Room 6', '£32.00', 'Tuesday 1 December 2026, 17:00', link]) {
      expect(body).toContain(fact);
      expect(html).toContain(fact);
    }
  });

  it('cannot go out without the link where one answers', () => {
    expect(() => composeInterpreterMessage({ kind: 'offer', channel: 'sms', facts })).toThrow('An offer needs the link');
  });

  it('takes what a clinic typed as text, never as markup', () => {
    const { html } = compose('offer', 'email', { siteName: '<b onload="x">Mill & Lane</b>' });
    expect(html).toContain('&lt;b onload=&quot;x&quot;&gt;Mill &amp; Lane&lt;/b&gt;');
  });

  it('names both dates of a job that crosses midnight', () => {
    const night = { startsAt: new Date('2026-12-03T23:30:00Z'), endsAt: new Date('2026-12-04T00:30:00Z') };
    expect(compose('offer', 'sms', night).body).toContain('Thursday 3 December 2026, 23:30 - Friday 4 December 2026, 00:30 (60 min)');
  });
});

describe('what follows an offer', () => {
  it('tells the one who was first that the job is theirs', () => {
    expect(compose('confirmed', 'sms').body).toMatch(/^The job is yours: Sudanese Arabic, .*\nhttps:\/\/d\.example\/o\/abc$/);
    expect(compose('confirmed', 'email').html).toContain('See the job');
  });

  it('tells the others kindly, without place or pay', () => {
    expect(compose('closed', 'sms').body).toBe(
      'Somebody else accepted first: Sudanese Arabic, Thursday 3 December 2026, 14:30-15:10. Thank you.',
    );
    expect(compose('closed', 'email').body).not.toMatch(/Riverside|£/);
  });

  it('does not tell somebody whose offer was taken back that they were too slow', () => {
    expect(compose('withdrawn', 'sms').body).toBe(
      'The clinic has taken this offer back: Sudanese Arabic, Thursday 3 December 2026, 14:30-15:10. You are free at that time. Thank you.',
    );
    expect(compose('withdrawn', 'email').body).not.toMatch(/accepted first|Riverside|£/);
  });

  it('tells an interpreter plainly not to go', () => {
    expect(compose('cancelled', 'sms').body).toMatch(/^Cancelled, please do not go: /);
    expect(compose('cancelled', 'email').body).not.toMatch(/£|https/);
  });
});
