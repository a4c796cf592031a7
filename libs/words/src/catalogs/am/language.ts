import { type LanguageFacts, words } from '../catalog';

/** In the polite form, which is the same to a woman and a man. */
export const language: LanguageFacts = {
  language: 'am',
  lang: 'am',
  dir: 'ltr',
  autonym: 'አማርኛ',
  englishName: 'Amharic',
  numbering: 'latn',
  readers: ['amh'],
  calendar: {
    weekdays: ['ሰኞ', 'ማክሰኞ', 'ረቡዕ', 'ሐሙስ', 'ዓርብ', 'ቅዳሜ', 'እሑድ'],
    partsOfDay: {
      afterMidnight: 'ከእኩለ ሌሊት በኋላ',
      morning: 'ጠዋት',
      midday: 'እኩለ ቀን',
      afternoon: 'ከሰዓት በኋላ',
      evening: 'ምሽት',
      night: 'ማታ',
    },
    // "European counting" is said each time: month 12 is another month in the Ethiopic calendar. A time in figures stands without the word for hours, which are counted from dawn.
    style: { kind: 'numeric', separator: '/', padded: false, lowDay: '{weekday} {date} (በፈረንጆች፣ ወር\u00a0{month})' },
    date: '{weekday} {date} (በፈረንጆች)',
    time: '{time} {part}',
    when: '{date}፣\u00a0{time}',
    dawn: 'በእኛ አቆጣጠር፦\u00a0{time} {part}',
  },
  replyWords: {
    coming: ['አዎ', 'አዎን', 'አዎ እመጣለሁ', 'እሺ እመጣለሁ'],
    // Without the bare "no", which is also a sigh.
    cannotCome: ['አልመጣም', 'አይ አልመጣም', 'አይ መምጣት አልችልም', 'መምጣት አልችልም'],
    callMe: ['ደውሉልኝ', 'ደውልልኝ', 'ደውዪልኝ', 'እባክዎ ይደውሉልኝ'],
    anotherTime: ['ሌላ ጊዜ', 'ሌላ ቀን', 'ሌላ ሰዓት', 'ሌላ ቀጠሮ', 'ሌላ ቀጠሮ እፈልጋለሁ'],
    anotherInterpreter: ['ሌላ አስተርጓሚ', 'ሌላ አስተርጓሚ ይምጣ'],
    wrongLanguage: ['ቋንቋዬ አይደለም', 'የኔ ቋንቋ አይደለም', 'የእኔ ቋንቋ አይደለም', 'ሌላ ቋንቋ'],
    help: ['እርዳታ', 'እርዱኝ', 'እርዳታ እፈልጋለሁ'],
    stop: ['መልእክት አትላኩ', 'መልእክት አትላኩልኝ', 'አቁሙ'],
  },
  marks: {
    letters: /^\p{Script=Ethiopic}$/u,
    // Letters of Tigrinya.
    never: /[ኣቐ-ቝኸ-ኾ]/u,
    // The second answer, or "please".
    always: /አልችልም|እባክዎ/u,
    alwaysFrom: Infinity,
    months: words('መስከረም ጥቅምት ኅዳር ህዳር ታኅሣሥ ታህሳስ ጥር የካቲት መጋቢት ሚያዝያ ሚያዚያ ግንቦት ሰኔ ሐምሌ ሃምሌ ነሐሴ ነሃሴ ጳጉሜን ጳጉሜ ጃንዩወሪ ፌብሩወሪ ማርች ኤፕሪል ሜይ ጁን ጁላይ ኦገስት ሴፕቴምበር ኦክቶበር ኖቬምበር ዲሴምበር'),
    telling: words('ክሊኒክ ሆስፒታል ሐኪም ሀኪም ዶክተር ጤና ጤንነት ህክምና ሕክምና ነርስ አስተርጓሚ ትርጉም ታካሚ በሽተኛ መድኃኒት መድሃኒት'),
  },
};
