import { type LanguageFacts, words } from '../catalog';

/** Tigrinya in the polite plural, in the spelling that both Eritrea and Tigray read. */
export const language: LanguageFacts = {
  language: 'ti',
  lang: 'ti',
  dir: 'ltr',
  autonym: 'ትግርኛ',
  englishName: 'Tigrinya',
  numbering: 'latn',
  readers: ['tir', 'tir:er', 'tir:et'],
  calendar: {
    weekdays: ['ሰኑይ', 'ሰሉስ', 'ረቡዕ', 'ሓሙስ', 'ዓርቢ', 'ቀዳም', 'ሰንበት'],
    partsOfDay: {
      afterMidnight: 'ድሕሪ ፍርቂ ለይቲ',
      morning: 'ንግሆ',
      midday: 'ፍርቂ መዓልቲ',
      afternoon: 'ድሕሪ ቀትሪ',
      evening: 'ምሸት',
      night: 'ለይቲ',
    },
    // "European counting" is said each time: month 12 is another month in the Ethiopic calendar.
    style: { kind: 'numeric', separator: '/', padded: false, lowDay: '{weekday} {date} (ፈረንጂ፣ ወርሒ\u00a0{month})' },
    date: '{weekday} {date} (ፈረንጂ)',
    time: 'ሰዓት\u00a0{time} {part}',
    when: '{date}፣ {time}',
    dawn: 'ብናትና ኣቆጻጽራ፦\u00a0{time} {part}',
  },
  replyWords: {
    coming: ['እወ', 'እወ ክመጽእ እየ', 'ክመጽእ', 'እመጽእ እየ'],
    cannotCome: ['ኣይፋል', 'ኣይፋልን', 'ኣይመጽእን', 'ኣይመጽእን እየ', 'ክመጽእ ኣይክእልን'],
    callMe: ['ደውለለይ', 'ደውልለይ', 'በጃኹም ደውሉለይ'],
    anotherTime: ['ካልእ ግዜ', 'ካልእ ቆጸራ', 'ካልእ ቆጸራ እደሊ'],
    anotherInterpreter: ['ካልእ ኣስተርጓሚ', 'ካልእ ተርጓሚ'],
    wrongLanguage: ['ቋንቋይ ኣይኮነን', 'ጌጋ ቋንቋ', 'ካልእ ቋንቋ'],
    help: ['ሓገዝ', 'ሓግዙኒ'],
    stop: ['ደው ኣብሉ', 'ጠጠው ኣብሉ', 'ኣቋርጹ'],
  },
  marks: {
    letters: /^\p{Script=Ethiopic}$/u,
    // Amharic's labialised velars aside, its commonest words.
    never: /(^|\P{L})(ነው|ናቸው|ቀጠሮ|እና)(\P{L}|$)/u,
    always: /[ኣቐ-ቝኸ-ኾ]/u,
    alwaysFrom: 12,
    months: words('ጥሪ ለካቲት መጋቢት ሚያዝያ ግንቦት ሰነ ሓምለ ነሓሰ መስከረም ጥቅምቲ ሕዳር ታሕሳስ ጳጉሜን'),
    telling: words('ክሊኒክ ሆስፒታል ሓኪም ዶክተር ጥዕና ኣስተርጓሚ ትርጉም ሕሙም ሕክምና'),
  },
};
