import { sources, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'I will come',
  cannotCome: 'I cannot come',
  callMe: 'call me',
  anotherTime: 'another time',
  anotherInterpreter: 'another interpreter',
  wrongLanguage: 'not my language',
};
export const replies = replyLines('Reply:', answers);
export const where = 'Where: {place}{who, select, yes {\nInterpreter: {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  ...sources(2, {
    'confirmed.neutral': `Your appointment: {when}${replies.neutral}`,
    'confirmed.private': `Your appointment at {clinic}: {when}\n${where}${replies.private}`,
    'reminder.neutral': `Reminder of your appointment: {when}${replies.neutral}`,
    'reminder.private': `Reminder of your appointment at {clinic}: {when}\n${where}${replies.private}`,
  }),
  ...sources(1, {
    'help.neutral': 'Your message has arrived.',
    'help.private': 'This message is from {clinic}.{phoned, select, yes {\nPhone: {phone}} other {}}',
    'supporter.neutral': 'Appointment: {when}',
    'supporter.private': 'Appointment of {patient} at {clinic}: {when}\nWhere: {place}',
    'subject.neutral': 'Message',
    'subject.private': 'Your appointment: {date}',
  }),
  ...sources(1, {
    'changed.neutral': 'Your appointment has a new time: {when}',
    'changed.private': `Your appointment at {clinic} has changed. It is now: {when}\n${where}`,
    'cancelled.neutral': 'This appointment will not take place: {when}',
    'cancelled.private': 'Your appointment at {clinic} will not take place: {when}',
    'interpreterFound.private': 'An interpreter will be with you: {interpreter}\nYour appointment at {clinic}: {when}',
    'interpreterChanged.private': 'You have a new interpreter: {interpreter}\nYour appointment at {clinic}: {when}',
    'interpreterLost.private': 'Your interpreter cannot come. We are looking for another.\nYour appointment at {clinic}: {when}',
    'runningLate.neutral': 'It will start about {minutes} min later: {when}',
    'runningLate.private': 'Your appointment at {clinic} will start about {minutes} min later: {when}',
    'missed.neutral': `We did not see you: {when}${replies.afterwards}`,
    'missed.private': `We did not see you at {clinic}: {when}\nWhat made it difficult to come? You may write to us.${replies.afterwards}`,
    'preparation.private': 'Before your appointment at {clinic}, {when}: please bring your medicines and any papers about your health.',
    'whichLanguage.private': 'Which language do you speak best? Please reply with its name.',
    'numberCheck.neutral': 'Is this number still yours? Please reply with any word.',
    'optedOut.neutral': 'No more messages come to this number.',
    'understood.neutral': 'Your answer has arrived: {answer}',
    'understood.private': 'Your answer has arrived: {answer}\nYour appointment at {clinic}: {when}',
  }),
};
