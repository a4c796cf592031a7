import { drafts, type PatientCatalog, replyLines } from './catalog';

const answers = { coming: 'می‌آیم', cannotCome: 'آمده نمی‌توانم', callMe: 'به من زنگ بزنید' };
const replies = replyLines('جواب:', answers);
const where = 'محل: {place}{who, select, yes {\nترجمان: {interpreter}} other {}}';

/** Dari with its own words (ترجمان، چاشت، آمده نمی‌توانم), not Farsi. */
export const prs: PatientCatalog = {
  language: 'prs',
  lang: 'prs',
  dir: 'rtl',
  autonym: 'دری',
  englishName: 'Dari',
  numbering: 'latn',
  readers: ['prs'],
  calendar: {
    weekdays: ['دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه', 'یکشنبه'],
    partsOfDay: {
      afterMidnight: 'بعد از نیمه‌شب',
      morning: 'صبح',
      midday: 'چاشت',
      afternoon: 'بعد از چاشت',
      evening: 'شام',
      night: 'شب',
    },
    // The calendar is named each time: at home the year is a solar Hijri one.
    style: { kind: 'numeric', separator: '/', padded: false, lowDay: '{weekday} {date} میلادی (ماه\u00a0{month})' },
    date: '{weekday} {date} میلادی',
    time: 'ساعت\u00a0{time} {part}',
    when: '{date}، {time}',
  },
  messages: drafts(1, {
    'confirmed.neutral': `وقت ملاقات شما: {when}\n${replies}`,
    'confirmed.private': `وقت ملاقات شما در {clinic}: {when}\n${where}\n${replies}`,
    'reminder.neutral': `یادآوری وقت ملاقات شما: {when}\n${replies}`,
    'reminder.private': `یادآوری وقت ملاقات شما در {clinic}: {when}\n${where}\n${replies}`,
    'subject.neutral': 'پیام',
    'subject.private': 'وقت ملاقات شما: {date}',
  }),
  page: drafts(1, {
    title: 'وقت ملاقات شما',
    otherLanguage: 'زبان دیگر',
    inEnglish: 'به انگلیسی',
    draftNotice: 'پیش‌نویس ماشینی. هنوز هیچ انسانی آن را بررسی نکرده است.',
    whenLabel: 'چه وقت',
    whereLabel: 'کجا',
    clinicLabel: 'کلینیک',
    interpreterLabel: 'ترجمان',
    question: 'آمده می‌توانید؟',
    answerComing: answers.coming,
    answerCannotCome: answers.cannotCome,
    answerCallMe: answers.callMe,
    saved: 'جواب شما ثبت شد',
    savedComing: 'جواب شما: می‌آیم، {when}.',
    savedCannotCome: 'جواب شما: آمده نمی‌توانم، {when}.',
    savedCallMe: 'ما به شما زنگ می‌زنیم.',
    changeAnswer: 'تغییر جواب',
    notSaved: 'جواب شما ثبت نشد. لطفاً دوباره کوشش کنید.',
    neutralTitle: 'صفحه',
    codeQuestion: 'رمز شما چیست؟',
    codeHint: 'رمزی که خودتان انتخاب کردید',
    codeContinue: 'ادامه',
    codeForgotten: 'رمز را فراموش کردید؟',
    codeForgottenHint: 'می‌توانید این صفحه را ببندید. هیچ چیز گم نمی‌شود.',
    codeWrong: 'این رمز کار نمی‌کند. لطفاً دوباره کوشش کنید.',
    leave: 'خروج',
    linkEnded: 'این لینک دیگر کار نمی‌کند.',
    linkEndedHint: 'می‌توانید این صفحه را ببندید.',
  }),
  reviewedOnly: {},
  replyWords: {
    coming: ['بلی', 'بله', 'می آیم', 'بلی می‌آیم', 'بلی می آیم'],
    cannotCome: ['نه', 'نخیر', 'نمی‌آیم', 'نمی آیم', 'آمده نمی توانم'],
    callMe: ['زنگ بزنید', 'لطفاً زنگ بزنید', 'تلفون کنید'],
    stop: ['توقف', 'متوقف کنید', 'پیام نفرستید'],
  },
};
