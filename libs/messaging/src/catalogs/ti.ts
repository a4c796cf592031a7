import { drafts, type PatientCatalog, replyLines } from './catalog';

const answers = { coming: 'ክመጽእ እየ', cannotCome: 'ክመጽእ ኣይክእልን እየ', callMe: 'ደውሉለይ' };
const replies = replyLines('መልሲ፦', answers);
const where = 'ቦታ፦ {place}{who, select, yes {\nኣስተርጓሚ፦ {interpreter}} other {}}';

/** Tigrinya in the polite plural, in the spelling that both Eritrea and Tigray read. */
export const ti: PatientCatalog = {
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
  messages: drafts(1, {
    'confirmed.neutral': `ቆጸራኹም፦ {when}\n${replies}`,
    'confirmed.private': `ቆጸራኹም ኣብ {clinic}፦ {when}\n${where}\n${replies}`,
    'reminder.neutral': `መዘኻኸሪ ቆጸራኹም፦ {when}\n${replies}`,
    'reminder.private': `መዘኻኸሪ ቆጸራኹም ኣብ {clinic}፦ {when}\n${where}\n${replies}`,
    'subject.neutral': 'መልእኽቲ',
    'subject.private': 'ቆጸራኹም፦ {date}',
  }),
  page: drafts(1, {
    title: 'ቆጸራኹም',
    otherLanguage: 'ካልእ ቋንቋ',
    inEnglish: 'ብእንግሊዝኛ',
    draftNotice: 'ብማሽን ዝተጻሕፈ ንድፊ። ክሳብ ሕጂ ሰብ ኣየረጋገጾን።',
    whenLabel: 'መዓስ',
    whereLabel: 'ኣበይ',
    clinicLabel: 'ክሊኒክ',
    interpreterLabel: 'ኣስተርጓሚ',
    question: 'ክትመጹ ትኽእሉ ዶ?',
    answerComing: answers.coming,
    answerCannotCome: answers.cannotCome,
    answerCallMe: answers.callMe,
    saved: 'መልስኹም ተዓቂቡ',
    savedComing: 'መልስኹም፦ ክመጽእ እየ፣ {when}።',
    savedCannotCome: 'መልስኹም፦ ክመጽእ ኣይክእልን እየ፣ {when}።',
    savedCallMe: 'ክንድውለልኩም ኢና።',
    changeAnswer: 'መልስኹም ቀይሩ',
    notSaved: 'መልስኹም ኣይተዓቀበን። በጃኹም ደጊምኩም ፈትኑ።',
    neutralTitle: 'ገጽ',
    codeQuestion: 'ኮድኩም እንታይ እዩ?',
    codeHint: 'ባዕልኹም ዝመረጽኩምዎ ኮድ',
    codeContinue: 'ቀጽሉ',
    codeForgotten: 'ኮድኩም ረሲዕኩም ዶ?',
    codeForgottenHint: 'ነዚ ገጽ ክትዓጽውዎ ትኽእሉ ኢኹም። ዝጠፍእ ነገር የለን።',
    codeWrong: 'እዚ ኮድ ኣይሰርሕን እዩ። በጃኹም ደጊምኩም ፈትኑ።',
    leave: 'ውጽኡ',
    linkEnded: 'እዚ መላግቦ ድሕሪ ሕጂ ኣይሰርሕን እዩ።',
    linkEndedHint: 'ነዚ ገጽ ክትዓጽውዎ ትኽእሉ ኢኹም።',
  }),
  reviewedOnly: {},
  replyWords: {
    coming: ['እወ', 'እወ ክመጽእ እየ', 'ክመጽእ', 'እመጽእ እየ'],
    cannotCome: ['ኣይፋል', 'ኣይፋልን', 'ኣይመጽእን', 'ኣይመጽእን እየ', 'ክመጽእ ኣይክእልን'],
    callMe: ['ደውለለይ', 'ደውልለይ', 'በጃኹም ደውሉለይ'],
    stop: ['ደው ኣብሉ', 'ጠጠው ኣብሉ', 'ኣቋርጹ'],
  },
};
