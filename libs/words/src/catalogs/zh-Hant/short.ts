import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: '我會來',
  cannotCome: '我不能來',
  callMe: '請打電話給我',
  anotherTime: '改時間',
  anotherInterpreter: '換一位口譯員',
  wrongLanguage: '不是我的語言',
};
export const replies = replyLines('請回覆：', answers);
export const where = '地點：{place}{who, select, yes {\n口譯員：{interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  // In step with the English: these four offer as many answers as its second version.
  ...drafts(2, {
    'confirmed.neutral': `您的預約：{when}${replies.neutral}`,
    'confirmed.private': `您在 {clinic} 的預約：{when}\n${where}${replies.private}`,
    'reminder.neutral': `提醒您的預約：{when}${replies.neutral}`,
    'reminder.private': `提醒您在 {clinic} 的預約：{when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': '您的訊息已收到。',
    'help.private': '這則訊息來自 {clinic}。{phoned, select, yes {\n電話：{phone}} other {}}',
    'supporter.neutral': '預約：{when}',
    'supporter.private': '{patient} 在 {clinic} 的預約：{when}\n地點：{place}',
    'subject.neutral': '訊息',
    'subject.private': '您的預約：{date}',
    'changed.neutral': '您的預約改了時間。新時間：{when}',
    'changed.private': `您在 {clinic} 的預約已更改。現在是：{when}\n${where}`,
    'cancelled.neutral': '這次預約已取消：{when}',
    'cancelled.private': '您在 {clinic} 的預約已取消：{when}',
    'interpreterFound.private': '會有一位口譯員協助您：{interpreter}\n您在 {clinic} 的預約：{when}',
    'interpreterChanged.private': '您有一位新的口譯員：{interpreter}\n您在 {clinic} 的預約：{when}',
    'interpreterLost.private': '您的口譯員不能來。我們正在找另一位。\n您在 {clinic} 的預約：{when}',
    'runningLate.neutral': '會延遲約 {minutes} 分鐘開始：{when}',
    'runningLate.private': '您在 {clinic} 的預約會延遲約 {minutes} 分鐘開始：{when}',
    'missed.neutral': `我們沒有見到您：{when}${replies.afterwards}`,
    'missed.private': `我們沒有在 {clinic} 見到您：{when}\n您來這裡有什麼困難嗎？您可以寫訊息告訴我們。${replies.afterwards}`,
    'preparation.private': '您在 {clinic} 有預約，{when}：來時請帶上您的藥物和有關您健康的文件。',
    'whichLanguage.private': '您說得最好的是哪種語言？請回覆這種語言的名稱。',
    'numberCheck.neutral': '這個號碼還是您在用嗎？請隨便回覆一個字。',
    'optedOut.neutral': '不會再有訊息傳到這個號碼。',
    'understood.neutral': '您的答覆已收到：{answer}',
    'understood.private': '您的答覆已收到：{answer}\n您在 {clinic} 的預約：{when}',
  }),
};
