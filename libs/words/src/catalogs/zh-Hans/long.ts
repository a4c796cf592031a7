import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `您在 {clinic} 有一个预约。\n时间：{when}\n${where}${replies.private}`,
  reminder: `提醒您在 {clinic} 的预约。\n时间：{when}\n${where}${replies.private}`,
  answerByPhone: '如需答复，请打电话：{phone}',
  changed: `您在 {clinic} 的预约已更改。\n新时间：{when}\n${where}`,
  cancelled: '您在 {clinic} 的预约已取消：{when}\n您不需要来。如需新的预约，请给我们打电话。{phoned, select, yes {\n电话：{phone}} other {}}',
  interpreterFound: '我们已为您在 {clinic} 的预约找到口译员。\n口译员：{interpreter}\n时间：{when}',
  interpreterChanged: '您在 {clinic} 的预约换了一位口译员。\n口译员：{interpreter}\n时间：{when}',
  interpreterLost: '您在 {clinic} 的预约，口译员不能来。我们正在找另一位，找到后会告诉您。\n时间：{when}',
  missed: '我们没有在 {clinic} 见到您：{when}\n我们想知道您来这里有什么困难，以便帮助您。请给我们打电话，我们会找一个新的时间。{phoned, select, yes {\n电话：{phone}} other {}}',
  preparation: '您在 {clinic} 有预约：{when}\n来时请带上您的药品和有关您健康的文件。',
  rights: '您有权得到口译员的帮助，不需要付费。口译员会为您保密。您可以要求换一位口译员，不需要说明原因。',
  assurance: '口译员的帮助是免费的，并且保密。您可以要求换一位。',
  interpreterJoins: '{modality, select, video {您的口译员通过视频参加。} phone {您的口译员通过电话参加。} other {您的口译员会在现场帮助您。}}',
  callUs: '请给我们打电话：{phone}',
});
