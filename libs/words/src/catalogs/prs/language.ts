import { type LanguageFacts, words } from '../catalog';

/** Dari with its own words (ترجمان، چاشت، آمده نمی‌توانم), not Farsi. */
export const language: LanguageFacts = {
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
  replyWords: {
    coming: ['بلی', 'بله', 'می آیم', 'بلی می‌آیم', 'بلی می آیم'],
    cannotCome: ['نه', 'نخیر', 'نمی‌آیم', 'نمی آیم', 'آمده نمی توانم'],
    callMe: ['زنگ بزنید', 'لطفاً زنگ بزنید', 'تلفون کنید'],
    anotherTime: ['وقت دیگر', 'زمان دیگر', 'وقت دیگر می خواهم'],
    anotherInterpreter: ['ترجمان دیگر', 'ترجمان دیگر می خواهم', 'مترجم دیگر'],
    wrongLanguage: ['زبان من نیست', 'زبان اشتباه', 'زبان اشتباه است', 'زبان دیگر'],
    help: ['کمک', 'کمک کنید'],
    stop: ['توقف', 'متوقف کنید', 'پیام نفرستید'],
  },
  marks: {
    letters: /^\p{Script=Arabic}$/u,
    // Pashto, Urdu and Sorani letters, Arabic yeh and kaf, and the words that Iran uses where Afghanistan has its own.
    never: /[ټډړښږڼېۍځڅٹڈڑےںڕڵۆێەيىك]|مترجم|نمی‌توانم بیایم|بیمارستان/u,
    always: /[پچژگ]/u,
    alwaysFrom: Infinity,
    months: words(
      'جنوری فبروری مارچ اپریل جون جولای اگست سپتمبر اکتوبر نومبر دسمبر ژانویه فوریه مارس آوریل حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت',
    ),
    telling: words('کلینیک شفاخانه داکتر دکتر صحت صحی ترجمان ترجمه مریض تداوی'),
  },
};
