import { type LanguageFacts, words } from '../catalog';

/** Standard Arabic, which is what people of all these varieties read; words avoid the reader's gender. */
export const language: LanguageFacts = {
  language: 'ar',
  lang: 'ar',
  dir: 'rtl',
  autonym: 'العربية',
  englishName: 'Arabic',
  numbering: 'latn',
  // Not listed: Chadian (also in Latin, no locale) and Juba Arabic (a creole in Latin script), whose readers are asked.
  readers: [
    'arb',
    'apc',
    'acm',
    'ayp',
    'arz',
    'aec',
    'apd',
    'afb',
    'ars',
    'acw',
    'ayn',
    'acq',
    'ayh',
    'ary',
    'arq',
    'aeb',
    'ayl',
    'mey',
  ],
  calendar: {
    weekdays: ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد'],
    partsOfDay: {
      afterMidnight: 'بعد منتصف الليل',
      morning: 'صباحًا',
      midday: 'ظهرًا',
      afternoon: 'بعد الظهر',
      evening: 'مساءً',
      night: 'ليلًا',
    },
    style: { kind: 'numeric', separator: '/', padded: false, lowDay: '{weekday} {date} (شهر\u00a0{month})' },
    date: '{weekday} {date}',
    time: 'الساعة\u00a0{time} {part}',
    when: '{date}، {time}',
  },
  replyWords: {
    coming: ['نعم', 'نعم سآتي', 'سأحضر', 'نعم سأحضر'],
    cannotCome: ['لا', 'لا أستطيع', 'لا أستطيع الحضور', 'لن آتي', 'لن أحضر'],
    callMe: ['اتصل بي', 'اتصلي بي'],
    anotherTime: ['موعد آخر', 'وقت آخر', 'أريد وقتًا آخر', 'أحتاج موعدًا آخر'],
    anotherInterpreter: ['شخص آخر للترجمة', 'مترجم آخر', 'مترجمة أخرى', 'أريد مترجمًا آخر', 'أريد مترجمة أخرى'],
    wrongLanguage: ['ليست لغتي', 'لغة خاطئة', 'اللغة خاطئة', 'لغة أخرى'],
    help: ['مساعدة', 'ساعدوني', 'أحتاج مساعدة'],
    stop: ['توقف', 'توقفوا', 'إيقاف', 'أوقفوا الرسائل'],
  },
  marks: {
    letters: /^\p{Script=Arabic}$/u,
    // Persian, Kurdish, Pashto and Urdu letters, and the Persian shapes of yeh and kaf.
    never: /[پچژگڕڵۆێەیکټډړښږڼېۍځڅٹڈڑےں]/u,
    always: /ال|ة|سآتي/u,
    alwaysFrom: Infinity,
    months: words(
      'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر كانون شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين جانفي فيفري أفريل ماي جوان جويلية أوت',
    ),
    telling: words('عياد مستشفى طبيب دكتور صح مركز مترجم ترجم مريض علاج'),
  },
};
