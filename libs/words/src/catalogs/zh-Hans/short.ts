import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: '我会来',
  cannotCome: '我不能来',
  callMe: '请给我打电话',
  anotherTime: '换个时间',
  anotherInterpreter: '换一位口译员',
  wrongLanguage: '不是我的语言',
};
export const replies = replyLines('请回复：', answers);
export const where = '地点：{place}{who, select, yes {\n口译员：{interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  // In step with the English: these four offer as many answers as its second version.
  ...drafts(2, {
    'confirmed.neutral': `您的预约：{when}${replies.neutral}`,
    'confirmed.private': `您在 {clinic} 的预约：{when}\n${where}${replies.private}`,
    'reminder.neutral': `提醒您的预约：{when}${replies.neutral}`,
    'reminder.private': `提醒您在 {clinic} 的预约：{when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': '您的消息已收到。',
    'help.private': '这条消息来自 {clinic}。{phoned, select, yes {\n电话：{phone}} other {}}',
    'supporter.neutral': '预约：{when}',
    'supporter.private': '{patient} 在 {clinic} 的预约：{when}\n地点：{place}',
    'subject.neutral': '消息',
    'subject.private': '您的预约：{date}',
    'changed.neutral': '您的预约改了时间。新时间：{when}',
    'changed.private': `您在 {clinic} 的预约已更改。现在是：{when}\n${where}`,
    'cancelled.neutral': '这次预约已取消：{when}',
    'cancelled.private': '您在 {clinic} 的预约已取消：{when}',
    'interpreterFound.private': '会有一位口译员帮助您：{interpreter}\n您在 {clinic} 的预约：{when}',
    'interpreterChanged.private': '您有一位新的口译员：{interpreter}\n您在 {clinic} 的预约：{when}',
    'interpreterLost.private': '您的口译员不能来。我们正在找另一位。\n您在 {clinic} 的预约：{when}',
    'runningLate.neutral': '会推迟约 {minutes} 分钟开始：{when}',
    'runningLate.private': '您在 {clinic} 的预约会推迟约 {minutes} 分钟开始：{when}',
    'missed.neutral': `我们没有见到您：{when}${replies.afterwards}`,
    'missed.private': `我们没有在 {clinic} 见到您：{when}\n您来这里有什么困难吗？您可以写消息告诉我们。${replies.afterwards}`,
    'preparation.private': '您在 {clinic} 有预约，{when}：来时请带上您的药品和有关您健康的文件。',
    'whichLanguage.private': '您说得最好的是哪种语言？请回复这种语言的名称。',
    'numberCheck.neutral': '这个号码还是您在用吗？请随便回复一个字。',
    'optedOut.neutral': '不会再有消息发到这个号码。',
    'understood.neutral': '您的答复已收到：{answer}',
    'understood.private': '您的答复已收到：{answer}\n您在 {clinic} 的预约：{when}',
  }),
};
