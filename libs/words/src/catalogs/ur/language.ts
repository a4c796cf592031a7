import { type LanguageFacts, words } from '../catalog';

/** Urdu with respect, in words that do not ask whether a woman or a man reads them where the language allows it. */
export const language: LanguageFacts = {
  language: 'ur',
  lang: 'ur',
  dir: 'rtl',
  autonym: 'اردو',
  englishName: 'Urdu',
  numbering: 'latn',
  // Not Pahari-Pothwari or Western Punjabi, whose speakers are asked what they read.
  readers: ['urd'],
  calendar: {
    weekdays: ['پیر', 'منگل', 'بدھ', 'جمعرات', 'جمعہ', 'ہفتہ', 'اتوار'],
    partsOfDay: {
      afterMidnight: 'آدھی رات کے بعد',
      morning: 'صبح',
      midday: 'دوپہر',
      afternoon: 'سہ پہر',
      evening: 'شام',
      night: 'رات',
    },
    style: { kind: 'numeric', separator: '/', padded: false, lowDay: '{weekday} {date} (مہینہ\u00a0{month})' },
    date: '{weekday} {date}',
    time: 'وقت\u00a0{time} {part}',
    when: '{date}، {time}',
  },
  replyWords: {
    coming: ['ہاں', 'جی ہاں', 'آؤں گا', 'آؤں گی', 'میں آؤں گا', 'میں آؤں گی'],
    cannotCome: ['نہیں', 'جی نہیں', 'نہیں آ سکتا', 'نہیں آ سکتی', 'میں نہیں آ سکتا', 'میں نہیں آ سکتی'],
    callMe: ['فون کریں', 'کال کریں', 'مجھے کال کریں'],
    anotherTime: ['دوسرا وقت', 'کوئی اور وقت', 'دوسرا وقت چاہیے'],
    anotherInterpreter: ['دوسرا ترجمان', 'دوسرا ترجمان چاہیے'],
    wrongLanguage: ['میری زبان نہیں', 'غلط زبان', 'دوسری زبان'],
    help: ['مدد', 'مدد کریں'],
    stop: ['بند کریں', 'پیغام بند کریں', 'روک دیں'],
  },
  marks: {
    letters: /^\p{Script=Arabic}$/u,
    // Pashto and Sorani letters, Arabic yeh and kaf, and the words that Dari and Farsi have for the same.
    never: /[ټډړښږڼېۍځڅڕڵۆێەيىك]|نمی|شما|خواهید/u,
    always: /[ٹڈڑےںھہ]/u,
    alwaysFrom: 14,
    months: words('جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر'),
    telling: words('کلینک ہسپتال ڈاکٹر صحت طبی ترجمان ترجمہ مریض علاج دوائ'),
  },
};
