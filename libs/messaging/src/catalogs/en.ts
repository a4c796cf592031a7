import { type PatientCatalog, replyLines, sources } from './catalog';

const answers = { coming: 'I will come', cannotCome: 'I cannot come', callMe: 'call me' };
const replies = replyLines('Reply:', answers);
const where = 'Where: {place}{who, select, yes {\nInterpreter: {interpreter}} other {}}';

export const en: PatientCatalog = {
  language: 'en',
  lang: 'en',
  dir: 'ltr',
  autonym: 'English',
  englishName: 'English',
  numbering: 'latn',
  readers: ['eng'],
  calendar: {
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    partsOfDay: {
      afterMidnight: 'after midnight',
      morning: 'morning',
      midday: 'midday',
      afternoon: 'afternoon',
      evening: 'evening',
      night: 'night',
    },
    // Months by name: London and Chicago read 3/12 differently, and English has no second set of month names.
    style: {
      kind: 'named-months',
      months: [
        'January',
        'February',
        'March',
        'April',
        'May',
        'June',
        'July',
        'August',
        'September',
        'October',
        'November',
        'December',
      ],
    },
    date: '{weekday} {date}',
    time: '{time} ({part})',
    when: '{date},\u00a0{time}',
    dawn: 'Counted from dawn: {time} ({part})',
  },
  messages: sources(1, {
    'confirmed.neutral': `Your appointment: {when}\n${replies}`,
    'confirmed.private': `Your appointment at {clinic}: {when}\n${where}\n${replies}`,
    'reminder.neutral': `Reminder of your appointment: {when}\n${replies}`,
    'reminder.private': `Reminder of your appointment at {clinic}: {when}\n${where}\n${replies}`,
    'subject.neutral': 'Message',
    'subject.private': 'Your appointment: {date}',
  }),
  page: sources(1, {
    title: 'Your appointment',
    otherLanguage: 'Language',
    inEnglish: 'In English',
    draftNotice: 'Draft written by a machine. No person has checked it yet.',
    whenLabel: 'When',
    whereLabel: 'Where',
    clinicLabel: 'Clinic',
    interpreterLabel: 'Interpreter',
    question: 'Can you come?',
    answerComing: 'I will come',
    answerCannotCome: 'I cannot come',
    answerCallMe: 'Call me',
    saved: 'Answer saved',
    savedComing: 'You are coming on {when}.',
    savedCannotCome: 'You are not coming on {when}.',
    savedCallMe: 'We will call you.',
    changeAnswer: 'Change my answer',
    notSaved: 'Your answer was not saved. Please try again.',
    neutralTitle: 'Page',
    codeQuestion: 'What is your code?',
    codeHint: 'The code you chose',
    codeContinue: 'Continue',
    codeForgotten: 'Forgot the code?',
    codeForgottenHint: 'You can close this page. Nothing is lost.',
    codeWrong: 'This code does not work. Please try again.',
    leave: 'Leave',
    linkEnded: 'This link no longer works.',
    linkEndedHint: 'You can close this page.',
  }),
  reviewedOnly: sources(1, {
    assurance: 'Your interpreter is free and confidential. You may ask for another.',
    interpreterJoins:
      '{modality, select, video {Your interpreter joins by video.} phone {Your interpreter joins by phone.} other {Your interpreter will be there with you.}}',
    callUs: 'Call us: {phone}',
  }),
  replyWords: {
    coming: ['yes', 'i will come', "i'll come", 'i am coming', "i'm coming", 'coming'],
    cannotCome: ['no', 'i cannot come', "i can't come", 'i can not come', 'cannot come', "can't come"],
    callMe: ['call me', 'please call me', 'call me please'],
    // The carriers' own opt-out words, CANCEL among them: the carrier has already stopped us when we read one.
    stop: ['stop', 'stopall', 'stop all', 'unsubscribe', 'cancel', 'end', 'quit', 'optout', 'opt out', 'revoke'],
  },
};
