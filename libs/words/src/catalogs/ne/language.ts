import { type LanguageFacts, words } from '../catalog';

/** Nepali as in Nepal and among Nepali speakers from Bhutan, in the polite form, which is the same to a woman and a man. */
export const language: LanguageFacts = {
  language: 'ne',
  lang: 'ne',
  dir: 'ltr',
  autonym: 'नेपाली',
  englishName: 'Nepali',
  numbering: 'latn',
  readers: ['npi'],
  calendar: {
    weekdays: ['सोमबार', 'मङ्गलबार', 'बुधबार', 'बिहिबार', 'शुक्रबार', 'शनिबार', 'आइतबार'],
    partsOfDay: {
      afterMidnight: 'मध्यरातपछि',
      morning: 'बिहान',
      midday: 'मध्याह्न',
      afternoon: 'दिउँसो',
      evening: 'साँझ',
      night: 'राति',
    },
    // The calendar is named each time: at home the year is one of Bikram Sambat, which is 57 ahead.
    style: { kind: 'numeric', separator: '/', padded: false, lowDay: '{weekday} {date} (ई.सं., महिना\u00a0{month})' },
    date: '{weekday} {date} (ई.सं.)',
    time: '{part}\u00a0{time} बजे',
    when: '{date}, {time}',
  },
  replyWords: {
    coming: ['हो', 'हुन्छ', 'आउँछु', 'हुन्छ आउँछु', 'म आउँछु', 'आउन सक्छु', 'म आउन सक्छु'],
    cannotCome: ['आउँदिनँ', 'म आउँदिनँ', 'आउन सक्दिनँ', 'आउन सक्दिन', 'म आउन सक्दिन'],
    callMe: ['फोन गर्नुहोस्', 'मलाई कल गर्नुहोस्', 'कल गर्नुहोस्', 'फोन गरिदिनुहोस्'],
    anotherTime: ['अर्को समय', 'अर्को समय चाहियो', 'समय बदल्नुहोस्'],
    anotherInterpreter: ['अर्को दोभाषे', 'अर्को दोभाषे चाहियो'],
    wrongLanguage: ['मेरो भाषा होइन', 'गलत भाषा', 'अर्को भाषा'],
    help: ['सहयोग', 'सहयोग गर्नुहोस्', 'मद्दत गर्नुहोस्'],
    // “रद्द” is left out: it may as well mean the appointment.
    stop: ['सन्देश नपठाउनुहोस्', 'सन्देश बन्द गर्नुहोस्', 'बन्द गर्नुहोस्'],
  },
  marks: {
    letters: /^\p{Script=Devanagari}$/u,
    // Hindi: its dotted letters, and small words that Nepali says otherwise.
    never: /[\u093c\u0933]|(?<![\p{L}\p{M}])(है|हैं|में|आप|आपका|आपकी|के लिए|नहीं)(?![\p{L}\p{M}])/u,
    always: /तपाईं|हुन्छ|हुनु|नुहो|छौं|छु/u,
    alwaysFrom: Infinity,
    months: words(
      'जनवरी फेब्रुअरी मार्च अप्रिल मे जुन जुलाई अगस्ट सेप्टेम्बर अक्टोबर नोभेम्बर डिसेम्बर वैशाख बैशाख जेठ असार साउन श्रावण भदौ असोज कात्तिक कार्तिक मंसिर पुस माघ फागुन चैत चैत्र',
    ),
    telling: words('क्लिनिक अस्पताल डाक्टर चिकित्स स्वास्थ्य उपचार दोभाषे अनुवाद बिरामी औषधि नर्स रोग'),
  },
};
