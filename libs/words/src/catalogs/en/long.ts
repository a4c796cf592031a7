import { sources, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = sources(1, {
  confirmed: `You have an appointment at {clinic}.\nWhen: {when}\n${where}${replies.private}`,
  reminder: `We remind you of your appointment at {clinic}.\nWhen: {when}\n${where}${replies.private}`,
  answerByPhone: 'To answer, call: {phone}',
  changed: `Your appointment at {clinic} has changed.\nNew time: {when}\n${where}`,
  cancelled: 'Your appointment at {clinic} will not take place: {when}\nYou do not need to come. To ask for a new appointment, please call us.{phoned, select, yes {\nPhone: {phone}} other {}}',
  interpreterFound: 'We have found an interpreter for your appointment at {clinic}.\nInterpreter: {interpreter}\nWhen: {when}',
  interpreterChanged: 'Another interpreter will come to your appointment at {clinic}.\nInterpreter: {interpreter}\nWhen: {when}',
  interpreterLost: 'The interpreter for your appointment at {clinic} cannot come. We are looking for another and will tell you.\nWhen: {when}',
  missed: 'We did not see you at {clinic}: {when}\nWe would like to know what made it difficult to come, so that we can help. Call us, and we will find a new time.{phoned, select, yes {\nPhone: {phone}} other {}}',
  preparation: 'Before your appointment at {clinic}: {when}\nPlease bring your medicines and any papers about your health.',
  rights: 'You have the right to an interpreter. It costs you nothing. The interpreter keeps everything confidential. You may ask for another without saying why.',
  assurance: 'Your interpreter is free and confidential. You may ask for another.',
  interpreterJoins: '{modality, select, video {Your interpreter joins by video.} phone {Your interpreter joins by phone.} other {Your interpreter will be there with you.}}',
  callUs: 'Call us: {phone}',
});
