import { type LanguageFacts, words } from '../catalog';

export const language: LanguageFacts = {
  language: 'ckb',
  lang: 'ckb',
  dir: 'rtl',
  autonym: 'کوردیی ناوەندی (سۆرانی)',
  englishName: 'Sorani',
  numbering: 'latn',
  readers: ['ckb'],
  calendar: {
    weekdays: ['دووشەممە', 'سێشەممە', 'چوارشەممە', 'پێنجشەممە', 'هەینی', 'شەممە', 'یەکشەممە'],
    partsOfDay: {
      afterMidnight: 'دوای نیوەشەو',
      morning: 'بەیانی',
      midday: 'نیوەڕۆ',
      afternoon: 'دوای نیوەڕۆ',
      evening: 'ئێوارە',
      night: 'شەو',
    },
    // The calendar is named each time: readers from Iran live by the solar Hijri one.
    style: { kind: 'numeric', separator: '/', padded: false, lowDay: '{weekday} {date} زایینی (مانگی\u00a0{month})' },
    date: '{weekday} {date} زایینی',
    time: 'کاتژمێر\u00a0{time} {part}',
    when: '{date}، {time}',
  },
  replyWords: {
    coming: ['بەڵێ', 'بەلێ', 'بەڵێ دێم'],
    cannotCome: ['نەخێر', 'نا', 'نایەم', 'نەخێر نایەم'],
    callMe: ['تەلەفۆنم بۆ بکە', 'تکایە تەلەفۆنم بۆ بکەن'],
    anotherTime: ['کاتێکی تر', 'کاتی تر', 'چاوپێکەوتنێکی تر'],
    anotherInterpreter: ['وەرگێڕێکی تر', 'وەرگێڕی تر'],
    wrongLanguage: ['زمانی من نییە', 'زمانی هەڵە', 'زمانێکی تر'],
    help: ['یارمەتی', 'یارمەتیم بدەن'],
    stop: ['ڕایبگرن', 'بیوەستێنن', 'پەیام مەنێرن'],
  },
  marks: {
    letters: /^\p{Script=Arabic}$/u,
    // Arabic yeh and kaf, Arabic teh marbuta, Pashto and Urdu letters.
    never: /[يىكةټډړښږڼېۍځڅٹڈڑےں]/u,
    always: /[ڕڵۆێ]/u,
    alwaysFrom: Infinity,
    months: words('کانوونی شوبات ئازار نیسان ئایار حوزەیران تەممووز ئاب ئەیلوول تشرینی'),
    telling: words('کلینیک نەخۆش پزیشک دکتۆر تەندروست وەرگێ چارەسەر'),
  },
};
