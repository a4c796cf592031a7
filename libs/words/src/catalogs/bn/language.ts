import { type LanguageFacts, words } from '../catalog';

/** Bengali in the polite form, which is the same to a woman and a man. */
export const language: LanguageFacts = {
  language: 'bn',
  lang: 'bn',
  dir: 'ltr',
  autonym: 'বাংলা',
  englishName: 'Bengali',
  numbering: 'latn',
  // Not Sylheti, Chittagonian or Rohingya, whose speakers are asked what they read.
  readers: ['ben'],
  calendar: {
    weekdays: ['সোমবার', 'মঙ্গলবার', 'বুধবার', 'বৃহস্পতিবার', 'শুক্রবার', 'শনিবার', 'রবিবার'],
    partsOfDay: {
      afterMidnight: 'মধ্যরাতের পরে',
      morning: 'সকাল',
      midday: 'দুপুর',
      afternoon: 'দুপুরের পরে',
      evening: 'সন্ধ্যা',
      night: 'রাত',
    },
    // The calendar is named each time: at home there is a Bengali one besides.
    style: { kind: 'numeric', separator: '/', padded: false, lowDay: '{weekday} {date} (ইংরেজি মাস\u00a0{month})' },
    date: '{weekday} {date} (ইংরেজি)',
    time: 'সময়\u00a0{time} ({part})',
    when: '{date}, {time}',
  },
  replyWords: {
    coming: ['হ্যাঁ', 'আসব', 'হ্যাঁ আসব'],
    cannotCome: ['না', 'আসব না', 'আসতে পারব না', 'আমি আসব না'],
    callMe: ['ফোন করুন', 'কল করুন', 'আমাকে কল করুন'],
    anotherTime: ['অন্য সময়', 'অন্য সময় চাই'],
    anotherInterpreter: ['অন্য দোভাষী', 'অন্য দোভাষী চাই'],
    wrongLanguage: ['আমার ভাষা নয়', 'ভুল ভাষা', 'অন্য ভাষা'],
    help: ['সাহায্য', 'সাহায্য করুন'],
    stop: ['বন্ধ করুন', 'বার্তা বন্ধ করুন'],
  },
  marks: {
    letters: /^\p{Script=Bengali}$/u,
    // Assamese letters.
    never: /[ৰৱ]/u,
    always: /আপনা|আপনি|আমা|আমি/u,
    alwaysFrom: Infinity,
    months: words('জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর বৈশাখ জ্যৈষ্ঠ আষাঢ় শ্রাবণ ভাদ্র আশ্বিন কার্তিক অগ্রহায়ণ পৌষ মাঘ ফাল্গুন চৈত্র'),
    telling: words('ক্লিনিক হাসপাতাল ডাক্তার স্বাস্থ্য চিকিৎসা দোভাষী অনুবাদ রোগী ওষুধ'),
  },
};
