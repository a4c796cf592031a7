import { drafts, type PatientCatalog, replyLines } from './catalog';

const answers = { coming: 'waan imanayaa', cannotCome: 'ma iman karo', callMe: 'i soo waca' };
const replies = replyLines('Jawaab:', answers);
const where = 'Goobta: {place}{who, select, yes {\nTurjubaanka: {interpreter}} other {}}';

export const so: PatientCatalog = {
  language: 'so',
  lang: 'so',
  dir: 'ltr',
  autonym: 'Af Soomaali',
  englishName: 'Somali',
  numbering: 'latn',
  // Not Maay or Benaadiri, which have no text of their own here.
  readers: ['som'],
  calendar: {
    weekdays: ['Isniin', 'Talaado', 'Arbaco', 'Khamiis', 'Jimco', 'Sabti', 'Axad'],
    partsOfDay: {
      afterMidnight: 'saqda dhexe kaddib',
      morning: 'subaxnimo',
      midday: 'duhurnimo',
      afternoon: 'galabnimo',
      evening: 'fiidnimo',
      night: 'habeennimo',
    },
    style: { kind: 'numeric', separator: '/', padded: false, lowDay: '{weekday} {date} (bisha\u00a0{month})' },
    date: '{weekday} {date}',
    time: 'saacadda\u00a0{time} {part}',
    when: '{date}, {time}',
  },
  messages: drafts(1, {
    'confirmed.neutral': `Ballantaada: {when}\n${replies}`,
    'confirmed.private': `Ballantaada {clinic}: {when}\n${where}\n${replies}`,
    'reminder.neutral': `Xusuusinta ballantaada: {when}\n${replies}`,
    'reminder.private': `Xusuusinta ballantaada {clinic}: {when}\n${where}\n${replies}`,
    'subject.neutral': 'Farriin',
    'subject.private': 'Ballantaada: {date}',
  }),
  page: drafts(1, {
    title: 'Ballantaada',
    otherLanguage: 'Luqad kale',
    inEnglish: 'Af Ingiriisi',
    draftNotice: 'Qoraal qabyo ah oo mashiin qoray. Weli qof ma hubin.',
    whenLabel: 'Goorma',
    whereLabel: 'Xaggee',
    clinicLabel: 'Rugta caafimaadka',
    interpreterLabel: 'Turjubaanka',
    question: 'Ma iman kartaa?',
    answerComing: 'Waan imanayaa',
    answerCannotCome: 'Ma iman karo',
    answerCallMe: 'I soo waca',
    saved: 'Jawaabtaada waa la kaydiyey',
    savedComing: 'Jawaabtaada: waan imanayaa, {when}.',
    savedCannotCome: 'Jawaabtaada: ma iman karo, {when}.',
    savedCallMe: 'Waan ku soo wici doonnaa.',
    changeAnswer: 'Beddelidda jawaabta',
    notSaved: 'Jawaabtaada lama kaydin. Fadlan mar kale isku day.',
    neutralTitle: 'Bog',
    codeQuestion: 'Waa maxay lambarkaaga sirta ah?',
    codeHint: 'Lambarka sirta ah ee aad dooratay',
    codeContinue: 'Sii wad',
    codeForgotten: 'Ma hilmaantay lambarka?',
    codeForgottenHint: 'Bogga waad xiri kartaa. Waxba ma lumayaan.',
    codeWrong: 'Lambarkani ma shaqaynayo. Fadlan mar kale isku day.',
    leave: 'Ka bax',
    linkEnded: 'Linkigani hadda ma shaqaynayo.',
    linkEndedHint: 'Bogga waad xiri kartaa.',
  }),
  reviewedOnly: {},
  replyWords: {
    coming: ['haa', 'haa waan imanayaa', 'waan imanayaa', 'waan iman doonaa'],
    // Without "maya", the everyday no: it is also a name, and people sign their messages.
    cannotCome: ['ma iman karo', 'maya ma iman karo', 'ma imanayo'],
    callMe: ['i soo wac', 'fadlan i soo wac', 'fadlan i soo waca'],
    stop: ['jooji', 'joojiya'],
  },
};
