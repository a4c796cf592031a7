import fc from 'fast-check';
import { allCatalogs, catalogOf } from './catalogs/catalogs';
import { composeSupporterMessage } from './compose-supporter';
import { unreviewed } from './wordbook';

const facts = {
  patientName: 'Amna Idris Osman',
  clinicName: 'Eastport Community Trust',
  siteName: 'Riverside Health Centre',
  address: '14 Mill Lane, Eastport',
  room: 'Room 6',
  startsAt: new Date('2026-12-03T14:30:00Z'),
  zone: 'Europe/London',
};

const compose = (changes: Partial<Parameters<typeof composeSupporterMessage>[0]> = {}) => {
  const message = composeSupporterMessage({ words: unreviewed, channel: 'sms', safety: 'private', reads: ['arb'], facts, ...changes });
  if (!message) throw new Error('Nothing was composed.');
  return message;
};

const shown = (text: string) => text.replace(/[\u2066\u2068\u2069]/g, '').replace(/\u00a0/g, ' ');
const all = ({ senderName, subject, body, html }: ReturnType<typeof compose>): string => [senderName, subject, body, html].filter(Boolean).join('\n');

describe('a supporter who may be told who, when and where', () => {
  it('is told whose appointment it is, when and where, in their language and in English, and nothing else', () => {
    expect(shown(compose().body)).toBe(
      [
        'موعد Amna Idris Osman في Eastport Community Trust: الخميس 3/12/2026 (شهر 12)، الساعة 14:30 بعد الظهر',
        'المكان: Riverside Health Centre, 14 Mill Lane, Eastport, Room 6',
        '',
        'Appointment of Amna Idris Osman at Eastport Community Trust: Thursday 3 December 2026, 14:30 (afternoon)',
        'Where: Riverside Health Centre, 14 Mill Lane, Eastport, Room 6',
      ].join('\n'),
    );
  });

  it('is asked for no answer and given no link, by text or by mail, in any language', () => {
    for (const { readers } of allCatalogs)
      for (const channel of ['sms', 'email'] as const) {
        const message = compose({ channel, reads: readers.slice(0, 1) });
        expect(shown(all(message))).not.toMatch(/^[1-6] |https?:|href/m);
        expect(message.calendar).toBeNull();
      }
  });

  it('gets a mail whose subject tells nothing, and which is marked as a draft', () => {
    expect(compose({ channel: 'email' })).toMatchObject({ subject: 'رسالة', senderName: 'Eastport Community Trust', reviewState: 'draft', lang: 'ar', dir: 'rtl' });
  });
});

describe('a supporter who may be told only when', () => {
  it('is told when, and nothing that says whose appointment or what it is', () => {
    expect(shown(compose({ safety: 'shared' }).body)).toBe('موعد: الخميس 3/12/2026 (شهر 12)، الساعة 14:30 بعد الظهر');
    expect(shown(compose({ safety: 'shared', reads: ['eng'] }).body)).toBe('Appointment: Thursday 3 December 2026, 14:30 (afternoon)');
  });

  it('reads no name of a patient, a clinic or a place, and no telling word, in any part, language or channel', () => {
    const name = fc.string({ unit: fc.constantFrom(...'QXZJW'), minLength: 6, maxLength: 12 });
    const names = fc.record({ patientName: name, clinicName: name, siteName: name, address: name, room: name });
    const when = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...allCatalogs), fc.constantFrom('sms' as const, 'email' as const), names, when, (catalog, channel, given, startsAt) => {
        const text = all(compose({ channel, safety: 'shared', reads: catalog.readers.slice(0, 1), facts: { ...given, startsAt, zone: 'Europe/London' } }));
        for (const secret of Object.values(given)) expect(text).not.toContain(secret);
        const words = text.toLowerCase().match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? [];
        const telling = [...catalog.marks.telling, ...catalogOf('en').marks.telling];
        expect(words.filter((word) => telling.some((start) => word.startsWith(start)))).toEqual([]);
      }),
    );
  });
});

it('nobody is written to in a language that they do not read', () => {
  expect(composeSupporterMessage({ words: unreviewed, channel: 'sms', safety: 'private', reads: ['rhg'], facts })).toBeNull();
});
