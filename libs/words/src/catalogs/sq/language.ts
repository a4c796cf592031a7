import { type LanguageFacts, words } from '../catalog';

/** The standard that schools teach in Albania, Kosovo and North Macedonia alike. */
export const language: LanguageFacts = {
  language: 'sq',
  lang: 'sq',
  dir: 'ltr',
  autonym: 'Shqip',
  englishName: 'Albanian',
  numbering: 'latn',
  readers: ['als', 'aln'],
  calendar: {
    weekdays: ['e hënë', 'e martë', 'e mërkurë', 'e enjte', 'e premte', 'e shtunë', 'e diel'],
    partsOfDay: {
      afterMidnight: 'pas mesnate',
      morning: 'në mëngjes',
      midday: 'në mesditë',
      afternoon: 'pasdite',
      evening: 'në mbrëmje',
      night: 'natën',
    },
    style: { kind: 'numeric', separator: '.', padded: false, lowDay: '{weekday}, {date} (muaji\u00a0{month})' },
    date: '{weekday}, {date}',
    time: 'ora\u00a0{time} {part}',
    when: '{date}, {time}',
  },
  replyWords: {
    coming: ['po', 'po vij', 'vij', 'po do të vij', 'do te vij', 'po do te vij'],
    cannotCome: ['jo', 'nuk vij', 'nuk mundem', 'nuk mund te vij', 'jo nuk mund të vij', 'nuk do të vij', 'nuk do te vij'],
    callMe: ['ju lutem më telefononi', 'me telefononi', 'më thirrni', 'më merrni në telefon'],
    anotherTime: ['kohë tjetër', 'një kohë tjetër', 'tjetër kohë', 'kohe tjeter', 'nje kohe tjeter', 'ditë tjetër', 'orë tjetër', 'termin tjetër'],
    anotherInterpreter: ['një përkthyes tjetër', 'përkthyes tjetër', 'perkthyes tjeter', 'përkthyese tjetër'],
    wrongLanguage: ['nuk është gjuha ime', 'nuk eshte gjuha ime', 's’është gjuha ime', 'gjuhë e gabuar', 'gjuhë tjetër'],
    help: ['ndihmë', 'më ndihmoni', 'kam nevojë për ndihmë'],
    stop: ['ndaloni', 'mos dërgoni mesazhe', 'mos dergoni mesazhe'],
  },
  marks: {
    letters: /^[a-zçë]$/iu,
    // Albanian has no w.
    never: /w/iu,
    // With ç the only letters it does not share with English.
    always: /[ëç]/iu,
    alwaysFrom: 40,
    months: words('janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor'),
    telling: words('klinik spital ambulanc mjek doktor shëndet infermier përkthy perkthy pacient trajtim barna'),
  },
};
