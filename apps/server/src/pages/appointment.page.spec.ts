import { catalogOf, pageWords, textIn, unreviewed, Wordbook, writings } from '@dragoman/words';
import { appointmentPage } from './appointment.page';
import { type AppointmentSource, presentAppointment } from './appointment.presenter';

const token = 'Q2hlY2tpbmcgdGhlIGxpbg';

const anAppointment = (change: Partial<AppointmentSource> = {}): AppointmentSource => ({
  startsAt: new Date('2026-12-17T14:30:00Z'),
  zone: 'Europe/London',
  siteName: 'Riverside Health Centre',
  siteAddress: '14 Mill Lane, Eastport',
  room: 'Room 5',
  clinicName: 'Eastport Community Health',
  clinicPhone: '020 7946 0012',
  interpreterName: 'Maryam',
  modality: 'in-person',
  patientAnswer: null,
  dawnClock: false,
  words: unreviewed,
  ...change,
});

const pageIn = (language: string, change: Partial<AppointmentSource> = {}, isChanging = false): string =>
  appointmentPage(presentAppointment(token, language, anAppointment(change)), { isChanging });

const drafts = writings.filter(({ language }) => language !== 'en');

describe('the page behind a patient’s link', () => {
  it.each(writings)('is written in $englishName, in its own direction', ({ language, lang, dir }) => {
    expect(pageIn(language)).toMatch(new RegExp(`^<!doctype html><html lang="${lang}" dir="${dir}">`));
  });

  it.each(writings)('stays far under 30 KB in $englishName, with no script in it', ({ language }) => {
    const page = pageIn(language, { patientAnswer: 'coming' });
    expect(Buffer.byteLength(page)).toBeLessThan(30 * 1024);
    expect(page).not.toMatch(/<script|javascript:|\son[a-z]+=|style=/i);
  });

  it.each(writings)('keeps date, time and Latin names whole among $englishName words', ({ language }) => {
    const page = pageIn(language);
    expect(page).toContain('<bdi dir="ltr" class="clock">14:30</bdi>');
    expect(page).toMatch(/<bdi dir="ltr">17[ /.]/);
    expect(page).toContain('<bdi dir="auto">Riverside Health Centre</bdi>');
    expect(page).toContain('<bdi dir="auto">Maryam</bdi>');
  });

  it.each(drafts)('says in $englishName that a machine wrote it, and says the same in English beside', ({ language }) => {
    const page = pageIn(language);
    expect(page).toContain('class="draft"');
    expect(page).toMatch(/<div lang="en" dir="ltr">.*Thursday.*17 December 2026.*14:30/s);
  });

  it.each(drafts)('promises nothing in an unreviewed $englishName text beyond who, when and where', ({ language }) => {
    expect(pageIn(language)).not.toMatch(/confidential|020 7946 0012/);
  });

  it('says in Arabic that the interpreter is free and confidential, once a reader approved it for this clinic', () => {
    const text = textIn(catalogOf('ar'), 'long', 'assurance');
    const words = new Wordbook([{ language: 'ar', form: 'long', key: 'assurance', pattern: text?.pattern ?? '', version: text?.version ?? 0, reviewerName: 'R.', reviewerRole: 'who reads it', reviewedOn: '2026-11-24' }]);
    expect(pageIn('ar', { words })).toContain('الترجمة الشفوية مجانية وسرية.');
    expect(pageIn('ar')).not.toContain('مجانية');
  });

  it('tells a reader of English that the interpreter is free and confidential, and whom to call', () => {
    const page = pageIn('en');
    expect(page).toContain('Your interpreter is free and confidential. You may ask for another.');
    expect(page).toContain('href="tel:02079460012"');
    expect(page).not.toContain('class="draft"');
    expect(page).not.toContain('<details class="card english"');
  });

  it.each(writings)('asks one question in $englishName, and takes every other wish, each a form that works without a script', ({ language }) => {
    const page = pageIn(language);
    expect(page.match(/<form method="post" action="\/p\/Q2hlY2tpbmcgdGhlIGxpbg\/(answer|wish)">/g)).toHaveLength(7);
    expect([...page.matchAll(/name="(?:answer|wish)" value="([a-z-]+)"/g)].map(([, said]) => said)).toEqual([
      'coming',
      'cannot-come',
      'call-me',
      'another-time',
      'another-interpreter',
      'wrong-language',
      'rather-called',
    ]);
    expect(page.match(/class="filled"/g)).toHaveLength(1);
    for (const word of ['answerAnotherTime', 'answerAnotherInterpreter', 'answerWrongLanguage', 'answerRatherCalled'] as const)
      expect(page).toContain(`</svg>${pageWords(unreviewed, language)[word]}</button>`);
  });

  it('says that the appointment stands although another time was asked for', () => {
    const view = presentAppointment(token, 'en', anAppointment({ patientAnswer: 'coming' }), 'another-time');
    const page = appointmentPage(view, { isChanging: false });
    expect(page).toContain('Until we have moved it, your appointment is on');
    expect(page).toContain('You are coming on');
  });

  it('lets whoever cannot come ask for a call besides', () => {
    expect(pageIn('ar', { patientAnswer: 'cannot-come' })).toContain('name="wish" value="call-me"');
    expect(pageIn('ar', { patientAnswer: 'call-me' })).not.toContain('value="call-me"');
  });

  it('says back what was wished beside the answer, and keeps the answer', () => {
    const view = presentAppointment(token, 'ar', anAppointment({ patientAnswer: 'coming' }), 'another-interpreter');
    const page = appointmentPage(view, { isChanging: false });
    expect(page.match(/role="status"/g)).toHaveLength(2);
    expect(page).toContain('جوابك: سآتي');
    expect(page).toMatch(/lang="en".*I want another interpreter/s);
  });

  it('offers no other interpreter while there is none', () => {
    expect(pageIn('ar', { interpreterName: null })).not.toContain('another-interpreter');
  });

  it('shows a saved answer with a way back, in both languages', () => {
    const page = pageIn('ar', { patientAnswer: 'cannot-come' });
    expect(page).toContain('حُفظ جوابك');
    expect(page).toContain('You are not coming on');
    expect(page).toContain('href="?lang=ar&amp;change=1"');
    expect(page).not.toContain('value="coming"');
  });

  it('asks again when the answer is to be changed', () => {
    expect(pageIn('ar', { patientAnswer: 'coming' }, true)).toContain('value="cannot-come"');
  });

  it('offers an entry for the calendar, unless they do not come or others look into the phone', () => {
    const shown = (patientAnswer: AppointmentSource['patientAnswer'], calendar: string | null) =>
      appointmentPage(presentAppointment(token, 'ar', anAppointment({ patientAnswer })), { isChanging: false, calendar });
    expect(shown('coming', '/p/token/calendar')).toMatch(/href="\/p\/token\/calendar\?lang=ar">.*إضافة إلى التقويم/s);
    expect(shown('cannot-come', '/p/token/calendar')).not.toContain('calendar?');
    expect(shown('coming', null)).not.toContain('إضافة إلى التقويم');
  });

  it('names nobody while no interpreter is found', () => {
    const page = pageIn('en', { interpreterName: null });
    expect(page).not.toMatch(/Interpreter|interpreter/);
  });

  it('counts the hour from dawn only for a patient who chose it and in a language that does', () => {
    expect(pageIn('ti', { dawnClock: true })).toMatch(/class="dawn".*<bdi dir="ltr">8:30<\/bdi>/s);
    expect(pageIn('ti')).not.toContain('class="dawn"');
    expect(pageIn('ar', { dawnClock: true })).not.toMatch(/8:30/);
  });

  it('shows the sun by day and the moon from evening on', () => {
    const skyAt = (startsAt: string) => presentAppointment(token, 'en', anAppointment({ startsAt: new Date(startsAt) })).partOfDay;
    expect(['09:00', '16:59', '17:00', '05:59'].map((time) => skyAt(`2026-12-17T${time}:00Z`))).toEqual(['sun', 'sun', 'moon', 'moon']);
  });

  it('treats what a clinic typed as text, never as markup', () => {
    const page = pageIn('en', { siteName: '<img src=x onerror=alert(1)>', room: '"><script>alert(1)</script>' });
    expect(page).not.toMatch(/<img|<script/);
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('offers every other language by its own name', () => {
    const page = pageIn('uk');
    for (const { language, lang, autonym } of writings)
      expect(page).toMatch(new RegExp(`href="\\?lang=${language}" lang="${lang}"[^>]*>${autonym.replace(/[()]/g, '\\$&')}<`));
    expect(page).toMatch(/lang="uk"[^>]*aria-current="true"/);
  });
});
