import { composeAlert } from './compose-alert';
import { segmentsOf } from './segments';

const facts = {
  sentence: 'Nobody is booked yet.',
  reference: 'D-20418',
  languageName: 'Sudanese Arabic',
  startsAt: new Date('2026-12-03T14:30:00Z'),
  zone: 'Europe/London',
  siteName: 'Riverside <Clinic>',
  modality: 'in-person',
  clinicName: 'Riverside',
  dueAt: new Date('2026-12-01T15:30:00Z'),
  code: '4821',
  link: 'https://go.example/n/abcdefghijklmnopqrstuv',
} as const;

describe('an alert', () => {
  it('says in one text what happened, to which booking, when and where, and how to say that it is seen to', () => {
    const { body, subject, lang } = composeAlert('sms', facts);
    expect(body).toBe(
      'D-20418: Nobody is booked yet. Sudanese Arabic, Thursday 3 December 2026, 14:30, in person, Riverside <Clinic>. I am seeing to it: answer OK 4821, or https://go.example/n/abcdefghijklmnopqrstuv',
    );
    expect({ subject, lang, encoding: segmentsOf(body).encoding }).toEqual({ subject: null, lang: 'en', encoding: 'GSM-7' });
  });

  it('has by mail a subject that says it, and every fact in a row', () => {
    const { subject, body, html } = composeAlert('email', facts);
    expect(subject).toBe('D-20418: Nobody is booked yet.');
    expect(body.split('\n')).toEqual(expect.arrayContaining(['Booking: D-20418', 'How: in person', `I am seeing to it: ${facts.link}`]));
    expect(html).toContain('Riverside &lt;Clinic&gt;');
  });
});
