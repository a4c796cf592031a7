/** Of a text message. */
export const shortKeys = [
  'confirmed.neutral',
  'confirmed.private',
  'reminder.neutral',
  'reminder.private',
  'help.neutral',
  'help.private',
  'supporter.neutral',
  'supporter.private',
  'subject.neutral',
  'subject.private',
  'changed.neutral',
  'changed.private',
  'cancelled.neutral',
  'cancelled.private',
  'interpreterFound.private',
  'interpreterChanged.private',
  'interpreterLost.private',
  'runningLate.neutral',
  'runningLate.private',
  'missed.neutral',
  'missed.private',
  'preparation.private',
  'whichLanguage.private',
  'numberCheck.neutral',
  'optedOut.neutral',
  'understood.neutral',
  'understood.private',
] as const;
export type ShortKey = (typeof shortKeys)[number];

/** Of an email or a letter on a private channel. */
export const longKeys = [
  'confirmed',
  'reminder',
  'answerByPhone',
  'changed',
  'cancelled',
  'interpreterFound',
  'interpreterChanged',
  'interpreterLost',
  'missed',
  'preparation',
  'rights',
  'assurance',
  'interpreterJoins',
  'callUs',
] as const;
export type LongKey = (typeof longKeys)[number];

/** Of a letter in easy read. */
export const easyReadKeys = ['appointment', 'day', 'time', 'place', 'interpreter', 'cannotCome', 'changed', 'cancelled'] as const;
export type EasyReadKey = (typeof easyReadKeys)[number];

/** Of a call in a machine's voice. */
export const spokenKeys = [
  'confirmed.neutral',
  'confirmed.private',
  'reminder.neutral',
  'reminder.private',
  'changed.neutral',
  'changed.private',
  'cancelled.neutral',
  'cancelled.private',
  'press',
  'noMoreCalls',
  'thanks',
] as const;
export type SpokenKey = (typeof spokenKeys)[number];

export const pageKeys = [
  'title',
  'otherLanguage',
  'inEnglish',
  'draftNotice',
  'whenLabel',
  'whereLabel',
  'listen',
  'clinicLabel',
  'interpreterLabel',
  'question',
  'answerComing',
  'answerCannotCome',
  'answerCallMe',
  'answerAnotherTime',
  'answerAnotherInterpreter',
  'answerWrongLanguage',
  'answerRatherCalled',
  'addToCalendar',
  'saved',
  'savedComing',
  'savedCannotCome',
  'savedCallMe',
  'savedAnotherTime',
  'changeAnswer',
  'notSaved',
  'neutralTitle',
  'codeQuestion',
  'codeHint',
  'codeContinue',
  'codeForgotten',
  'codeForgottenHint',
  'codeWrong',
  'leave',
  'linkEnded',
  'linkEndedHint',
  'stopQuestion',
  'stopConfirm',
  'stopped',
] as const;
export type PageKey = (typeof pageKeys)[number];
