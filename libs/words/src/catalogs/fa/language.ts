import { type LanguageFacts, words } from '../catalog';

/** Farsi as in Iran (مترجم، ظهر، نمی‌توانم بیایم), not Dari. */
export const language: LanguageFacts = {
  language: 'fa',
  lang: 'fa',
  dir: 'rtl',
  autonym: 'فارسی',
  englishName: 'Farsi',
  numbering: 'latn',
  readers: ['pes'],
  calendar: {
    weekdays: ['دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه', 'یکشنبه'],
    partsOfDay: {
      afterMidnight: 'بامداد',
      morning: 'صبح',
      midday: 'ظهر',
      afternoon: 'بعد از ظهر',
      evening: 'عصر',
      night: 'شب',
    },
    // The calendar is named each time: at home the year is a solar Hijri one.
    style: { kind: 'numeric', separator: '/', padded: false, lowDay: '{weekday} {date} میلادی (ماه\u00a0{month})' },
    date: '{weekday} {date} میلادی',
    time: 'ساعت\u00a0{time} {part}',
    when: '{date}، {time}',
  },
  replyWords: {
    coming: ['بله', 'می آیم', 'بله می‌آیم', 'بله می آیم', 'میام'],
    cannotCome: ['نه', 'خیر', 'نمی‌آیم', 'نمی آیم', 'نمی توانم بیایم', 'نمیام'],
    callMe: ['زنگ بزنید', 'تلفن بزنید', 'لطفاً تلفن بزنید'],
    anotherTime: ['وقت دیگر', 'زمان دیگر', 'زمان دیگری می خواهم'],
    anotherInterpreter: ['مترجم دیگر', 'مترجم دیگری می خواهم'],
    wrongLanguage: ['زبان من نیست', 'زبان اشتباه', 'زبان اشتباه است', 'زبان دیگر'],
    help: ['کمک', 'کمک کنید'],
    // «لغو» is left out: it may as well mean the appointment.
    stop: ['توقف', 'متوقف کنید', 'پیام نفرستید'],
  },
  marks: {
    letters: /^\p{Script=Arabic}$/u,
    // Pashto, Urdu and Sorani letters, Arabic yeh and kaf, and the words that Afghanistan uses where Iran has its own.
    never: /[ټډړښږڼېۍځڅٹڈڑےںڕڵۆێەيىك]|ترجمان|آمده نمی‌توانم|شفاخانه|داکتر|چاشت/u,
    always: /[پچژگ]/u,
    alwaysFrom: Infinity,
    months: words(
      'ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند',
    ),
    telling: words('کلینیک درمانگاه بیمارستان دکتر پزشک سلامت بهداشت مترجم ترجمه بیمار درمان'),
  },
};
