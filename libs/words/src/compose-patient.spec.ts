import type { PatientLanguage } from './catalogs/catalog';
import { allCatalogs } from './catalogs/catalogs';
import { composePatientMessage, formFor, type PatientMessageRequest, reviewedText } from './compose-patient';
import { digitsOffered, readReply } from './reply-words';
import { unreviewed } from './wordbook';

const facts = {
  clinicName: 'Eastport Community Trust',
  siteName: 'Riverside Health Centre',
  address: '14 Mill Lane, Eastport',
  room: 'Room 6',
  startsAt: new Date('2026-12-03T14:30:00Z'),
  zone: 'Europe/London',
  interpreterName: 'Hiba',
  modality: 'in-person',
  contactPhone: '01632 960 110',
} as const;

const link = { url: 'https://d.example/a/x1y2z3', behindCode: false };

const request = (changes: Partial<PatientMessageRequest> = {}): PatientMessageRequest => ({
  words: unreviewed,
  kind: 'confirmed',
  channel: 'sms',
  safety: 'private',
  reads: ['arb'],
  facts,
  link,
  ...changes,
});

const compose = (changes: Partial<PatientMessageRequest> = {}) => {
  const message = composePatientMessage(request(changes));
  if (!message) throw new Error('Nothing was composed.');
  return message;
};

const shown = (text: string) => text.replace(/[\u2066\u2068\u2069]/g, '').replace(/\u00a0/g, ' ');
const readerOf = (language: PatientLanguage) => allCatalogs.find((catalog) => catalog.language === language)?.readers ?? [];

describe('a confirmation on a private phone', () => {
  it('says in Arabic who, when and where, how to answer, and the same in English', () => {
    expect(shown(compose().body)).toBe(
      [
        'موعدك في Eastport Community Trust: الخميس 3/12/2026 (شهر 12)، الساعة 14:30 بعد الظهر',
        'المكان: Riverside Health Centre, 14 Mill Lane, Eastport, Room 6',
        'الترجمة الشفوية: Hiba',
        'للرد:',
        '1 سآتي',
        '2 لا أستطيع المجيء',
        '3 اتصلوا بي',
        '4 موعد آخر',
        '5 شخص آخر للترجمة',
        '6 ليست لغتي',
        'https://d.example/a/x1y2z3',
        '',
        'Your appointment at Eastport Community Trust: Thursday 3 December 2026, 14:30 (afternoon)',
        'Where: Riverside Health Centre, 14 Mill Lane, Eastport, Room 6',
        'Interpreter: Hiba',
        'Reply:',
        '1 I will come',
        '2 I cannot come',
        '3 call me',
        '4 another time',
        '5 another interpreter',
        '6 not my language',
      ].join('\n'),
    );
  });

  it.each(['private', 'shared'] as const)('asks for no answer by text where none can come back, on a %s phone', (safety) => {
    for (const { readers } of allCatalogs) {
      const reads = [...readers].slice(0, 1);
      const asked = compose({ safety, reads });
      const told = compose({ safety, reads, takesReplies: false });
      expect(shown(asked.body)).toMatch(/^1 /m);
      expect(shown(told.body)).not.toMatch(/^[1-6] /m);
      expect(shown(told.english)).not.toMatch(/Reply|^[1-6] /m);
      if (safety === 'private') expect(told.body).toContain(link.url);
    }
  });

  it('offers by digit another time, another interpreter and another language, and reads each as it was meant', () => {
    for (const { language, readers } of allCatalogs) {
      const { body, english } = compose({ reads: [...readers].slice(0, 1) });
      expect({ language, offered: digitsOffered(body) }).toEqual({ language, offered: 6 });
      for (const line of `${body}\n${english}`.split('\n').filter((each) => /^[1-6]\s/u.test(each)))
        expect({ line, read: readReply(line) }).toEqual({ line, read: readReply(line.slice(0, 1), 6) });
    }
  });

  it('asks with the first three alone where the rest would make more than ten parts, which not every carrier takes', () => {
    const long = { ...facts, siteName: 'Eastport Community Health and Wellbeing Centre at the Old Corn Exchange, Second Floor' };
    const bodies = allCatalogs.map(({ readers }) => compose({ reads: [...readers].slice(0, 1), facts: long }));
    expect(bodies.filter(({ segments }) => (segments?.segments ?? 0) > 10)).toEqual([]);
    expect(bodies.map(({ language, body }) => `${language} ${digitsOffered(body)}`)).toEqual(['ar 3', 'ti 6', 'prs 3', 'fa 3', 'so 6', 'ckb 3', 'uk 3', 'ur 3', 'bn 3', 'ru 3', 'es 3', 'fr 6', 'tr 3', 'zh-Hans 6', 'zh-Hant 6', 'ro 3', 'sw 6', 'sq 3', 'am 6', 'my 3', 'kmr 3', 'bs 3', 'hr 3', 'sr-Latn 3', 'vi 3', 'ne 3', 'ta 3', 'en 6']);
    expect(digitsOffered(compose({ channel: 'email', facts: long }).body)).toBe(6);
  });

  it('isolates every figure and Latin name in the Arabic part', () => {
    expect(compose().body).toContain(
      'موعدك في \u2068Eastport Community Trust\u2069: الخميس \u20663/12/2026\u2069 (شهر\u00a0\u206612\u2069)، الساعة\u00a0\u206614:30\u2069 بعد الظهر\n',
    );
  });

  it('leaves the link bare on its line, so that a phone recognises it', () => {
    expect(compose().body.split('\n')).toContain(link.url);
  });

  it('tells staff its language, direction, version and that a machine wrote it', () => {
    expect(compose()).toMatchObject({
      language: 'ar',
      languageName: 'Arabic',
      lang: 'ar',
      dir: 'rtl',
      neutral: false,
      subject: null,
      senderName: null,
      version: 2,
      reviewState: 'draft',
    });
    expect(compose().english).toContain('Thursday 3 December 2026');
    expect(compose().segments).toMatchObject({ encoding: 'UCS-2' });
  });

  it('leaves the interpreter out while there is none', () => {
    const { body } = compose({ facts: { ...facts, interpreterName: null } });
    expect(body).not.toContain('الترجمة');
    expect(body).not.toContain('Interpreter');
  });

  it('says no more than who, when and where in a draft: nothing free, nothing confidential, no phone number', () => {
    for (const { readers } of allCatalogs.filter(({ language }) => language !== 'en')) {
      expect(compose({ reads: readers }).body).not.toMatch(/free|confidential|01632/);
    }
  });

  it('tells an English reader that the interpreter is free and confidential, which is not a draft', () => {
    const { body, english } = compose({ reads: ['eng'] });
    expect(body).toContain('Your interpreter is free and confidential. You may ask for another.');
    expect(body).toContain('Call us: 01632 960 110');
    expect(english).toBe(body);
    expect(compose({ reads: ['eng'], facts: { ...facts, modality: 'phone' } }).body).toContain('joins by phone');
  });

  it('goes to a Somali reader in GSM-7', () => {
    expect(compose({ reads: ['som'] }).segments).toMatchObject({ encoding: 'GSM-7' });
  });

  it('adds the hour counted from dawn for a Tigrinya reader who chose it, and says so to staff', () => {
    const { body, english } = compose({ reads: ['tir:er'], dawnClock: true });
    expect(shown(body)).toContain('\nብናትና ኣቆጻጽራ፦ 8:30 ድሕሪ ቀትሪ\n');
    expect(english).toContain('\nCounted from dawn: 8:30 (afternoon)\n');
    expect(compose({ reads: ['arb'], dawnClock: true }).english).not.toContain('dawn');
  });
});

describe('an email on a private address', () => {
  it('has a subject that is safe on a lock screen', () => {
    const email = compose({ channel: 'email' });
    expect(shown(email.subject ?? '')).toBe('موعدك: الخميس 3/12/2026 (شهر 12)');
    expect(email.senderName).toBe('Eastport Community Trust');
    expect(email.segments).toBeNull();
  });

  it('keeps each digit with its word when the line wraps', () => {
    expect(compose({ channel: 'email', reads: ['som'] }).body).toContain('\n1\u00a0waan imanayaa\n');
  });
});

describe('a message to somebody who speaks Chinese', () => {
  it('is in the characters that they read, and nothing is written while nobody knows which', () => {
    const inWhich = (...reads: string[]) => composePatientMessage(request({ reads }))?.lang ?? null;
    expect([inWhich('zho:hans'), inWhich('zho:hant'), inWhich('cmn'), inWhich('yue'), inWhich('yue', 'zho:hans')]).toEqual(['zh-Hans', 'zh-Hant', null, null, 'zh-Hans']);
    expect(shown(compose({ reads: ['zho:hant'], safety: 'shared' }).body).split('\n')[0]).toBe('您的預約：2026年12月3日（星期四）下午 14:30');
  });
});

describe('a message on a shared phone', () => {
  it('says in Arabic when, and how to answer, and nothing else', () => {
    expect(shown(compose({ safety: 'shared' }).body)).toBe(
      ['موعدك: الخميس 3/12/2026 (شهر 12)، الساعة 14:30 بعد الظهر', 'للرد:', '1 سآتي', '2 لا أستطيع المجيء', '3 اتصلوا بي', '4 موعد آخر'].join('\n'),
    );
  });

  it('is what somebody gets whose phone nobody asked about', () => {
    expect(compose({ safety: 'unknown' })).toEqual(compose({ safety: 'shared' }));
  });

  const secrets = ['Eastport', 'Riverside', 'Mill Lane', 'Room', 'Hiba', '01632', 'd.example', 'Clinic', 'Health', 'nterpret'];
  const cases = allCatalogs.flatMap(({ language, autonym, englishName }) =>
    (['confirmed', 'reminder'] as const).flatMap((kind) =>
      (['sms', 'email'] as const).map((channel) => ({ language, kind, channel, names: [autonym, englishName] })),
    ),
  );

  it.each(cases)('reveals nothing in $language by $channel ($kind)', ({ language, kind, channel, names }) => {
    const message = compose({ kind, channel, safety: 'shared', reads: readerOf(language) });
    expect(message.neutral).toBe(true);
    for (const secret of [...secrets, ...names]) {
      expect(`${message.subject} ${message.senderName} ${message.body}`).not.toContain(secret);
    }
  });

  it('carries a link only if the page behind it waits for the code the patient chose', () => {
    expect(compose({ safety: 'shared' }).body).not.toContain('https');
    expect(compose({ safety: 'shared', link: { ...link, behindCode: true } }).body).toMatch(/\nhttps:\/\/d\.example\/a\/x1y2z3$/);
  });

  it('shows no English line beside, in an SMS of at most three segments', () => {
    for (const { language, readers } of allCatalogs.filter((catalog) => catalog.language !== 'en')) {
      const { body, english, segments } = compose({ safety: 'shared', reads: readers });
      expect(body).not.toContain('appointment');
      expect(english).toContain('Your appointment: Thursday 3 December 2026');
      expect({ language, within: (segments?.segments ?? 9) <= 3 }).toEqual({ language, within: true });
    }
  });

  it('offers by digit no answer that tells of an interpreter or another language', () => {
    for (const { language, readers } of allCatalogs) {
      const { body } = compose({ safety: 'shared', reads: [...readers].slice(0, 1) });
      expect({ language, offered: digitsOffered(body) }).toEqual({ language, offered: 4 });
    }
  });

  it('has a subject without content and no sender name', () => {
    expect(compose({ safety: 'shared', channel: 'email' })).toMatchObject({ subject: 'رسالة', senderName: null });
  });
});

describe('no message', () => {
  it.each(['monitored', 'unsafe'] as const)('goes to a %s phone', (safety) => {
    expect(formFor(safety)).toBeNull();
    expect(composePatientMessage(request({ safety }))).toBeNull();
  });

  it('goes in English to somebody who reads something else, or nothing', () => {
    expect(composePatientMessage(request({ reads: ['rhg'] }))).toBeNull();
    expect(composePatientMessage(request({ reads: [] }))).toBeNull();
  });
});

describe('an email', () => {
  const booking = { id: '0198f0aa-1111-7000-8000-00000000000a', version: 2, endsAt: new Date('2026-12-03T15:10:00Z') };

  it('brings its HTML in the language and direction of the reader, the English apart, and an entry for the calendar', () => {
    const { html, calendar } = compose({ channel: 'email', booking });
    expect(html).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/);
    expect(html).toContain('<bdi dir="ltr">3/12/2026</bdi>');
    expect(html).toContain('<p lang="en" dir="ltr">You have an appointment at Eastport Community Trust');
    expect(html).toContain(`<a href="${link.url}" style=`);
    expect(calendar).toMatchObject({ uid: booking.id, sequence: 2, summary: 'موعدك', location: '14 Mill Lane, Eastport, Room 6' });
  });

  it('brings nothing for a calendar, no button and no English where others look on', () => {
    const { html, calendar } = compose({ channel: 'email', booking, safety: 'shared', link: { ...link, behindCode: true } });
    expect(calendar).toBeNull();
    expect(html).toContain(`<a href="${link.url}">${link.url}</a>`);
    expect(html).not.toContain('lang="en"');
  });

  it('escapes what people wrote', () => {
    expect(compose({ channel: 'email', facts: { ...facts, siteName: '<img src=x>' } }).html).toContain('&lt;img src=x&gt;');
  });

  it('is what has HTML and a calendar entry; a text has neither', () => {
    expect(compose({ booking })).toMatchObject({ html: null, calendar: null });
  });
});

describe('every message', () => {
  const all = allCatalogs.flatMap(({ readers }) =>
    (['private', 'shared'] as const).flatMap((safety) =>
      (['confirmed', 'reminder'] as const).map((kind) => compose({ kind, safety, reads: readers, channel: 'email' })),
    ),
  );

  it('uses Western digits only', () => {
    for (const { body } of all) expect(body.match(/(?![0-9])\p{Nd}/u)).toBeNull();
  });

  it('asks nobody to type a word that carriers take for an opt-out', () => {
    for (const { body } of all) expect(body).not.toMatch(/\b(cancel|stop|end|quit)\b/i);
  });

  it('closes every isolate that it opens', () => {
    for (const { body } of all) {
      expect(body.match(/[\u2066\u2068]/g)?.length ?? 0).toBe(body.match(/\u2069/g)?.length ?? 0);
    }
  });

  it('differs between a confirmation and a reminder', () => {
    for (const { readers } of allCatalogs) {
      expect(compose({ kind: 'reminder', reads: readers }).body).not.toBe(compose({ kind: 'confirmed', reads: readers }).body);
    }
  });
});

describe('a sentence that needs a reviewer', () => {
  it('exists in English only', () => {
    expect(reviewedText(unreviewed, 'en', 'assurance')).not.toBeNull();
    expect(allCatalogs.filter(({ language }) => reviewedText(unreviewed, language, 'assurance')).map(({ language }) => language)).toEqual(['en']);
  });
});
