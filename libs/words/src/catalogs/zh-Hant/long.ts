import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `您在 {clinic} 有一個預約。\n時間：{when}\n${where}${replies.private}`,
  reminder: `提醒您在 {clinic} 的預約。\n時間：{when}\n${where}${replies.private}`,
  answerByPhone: '如需答覆，請打電話：{phone}',
  changed: `您在 {clinic} 的預約已更改。\n新時間：{when}\n${where}`,
  cancelled: '您在 {clinic} 的預約已取消：{when}\n您不需要來。如需新的預約，請打電話給我們。{phoned, select, yes {\n電話：{phone}} other {}}',
  interpreterFound: '我們已為您在 {clinic} 的預約找到口譯員。\n口譯員：{interpreter}\n時間：{when}',
  interpreterChanged: '您在 {clinic} 的預約換了一位口譯員。\n口譯員：{interpreter}\n時間：{when}',
  interpreterLost: '您在 {clinic} 的預約，口譯員不能來。我們正在找另一位，找到後會告訴您。\n時間：{when}',
  missed: '我們沒有在 {clinic} 見到您：{when}\n我們想知道您來這裡有什麼困難，以便協助您。請打電話給我們，我們會找一個新的時間。{phoned, select, yes {\n電話：{phone}} other {}}',
  preparation: '您在 {clinic} 有預約：{when}\n來時請帶上您的藥物和有關您健康的文件。',
  rights: '您有權得到口譯員的協助，不需要付費。口譯員會為您保密。您可以要求換一位口譯員，不需要說明原因。',
  assurance: '口譯員的協助是免費的，並且保密。您可以要求換一位。',
  interpreterJoins: '{modality, select, video {您的口譯員透過視訊參加。} phone {您的口譯員透過電話參加。} other {您的口譯員會在現場協助您。}}',
  callUs: '請打電話給我們：{phone}',
});
