import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'tôi sẽ đến',
  cannotCome: 'tôi không thể đến',
  callMe: 'xin gọi cho tôi',
  anotherTime: 'giờ khác',
  anotherInterpreter: 'thông dịch viên khác',
  wrongLanguage: 'không phải ngôn ngữ của tôi',
};
export const replies = replyLines('Trả lời:', answers);
export const where = 'Địa điểm: {place}{who, select, yes {\nThông dịch viên: {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  // In step with the English: these four offer as many answers as its second version.
  ...drafts(2, {
    'confirmed.neutral': `Cuộc hẹn của quý vị: {when}${replies.neutral}`,
    'confirmed.private': `Cuộc hẹn của quý vị tại {clinic}: {when}\n${where}${replies.private}`,
    'reminder.neutral': `Nhắc quý vị về cuộc hẹn: {when}${replies.neutral}`,
    'reminder.private': `Nhắc quý vị về cuộc hẹn tại {clinic}: {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'Đã nhận được tin nhắn của quý vị.',
    'help.private': 'Tin nhắn này là của {clinic}.{phoned, select, yes {\nĐiện thoại: {phone}} other {}}',
    'supporter.neutral': 'Cuộc hẹn: {when}',
    'supporter.private': 'Cuộc hẹn của {patient} tại {clinic}: {when}\nĐịa điểm: {place}',
    'subject.neutral': 'Tin nhắn',
    'subject.private': 'Cuộc hẹn của quý vị: {date}',
    'changed.neutral': 'Cuộc hẹn của quý vị có giờ mới: {when}',
    'changed.private': `Cuộc hẹn của quý vị tại {clinic} đã thay đổi. Bây giờ là: {when}\n${where}`,
    'cancelled.neutral': 'Cuộc hẹn này đã bị hủy: {when}',
    'cancelled.private': 'Cuộc hẹn của quý vị tại {clinic} đã bị hủy: {when}',
    'interpreterFound.private': 'Sẽ có thông dịch viên giúp quý vị: {interpreter}\nCuộc hẹn của quý vị tại {clinic}: {when}',
    'interpreterChanged.private': 'Quý vị có thông dịch viên mới: {interpreter}\nCuộc hẹn của quý vị tại {clinic}: {when}',
    'interpreterLost.private': 'Thông dịch viên của quý vị không thể đến. Chúng tôi đang tìm người khác.\nCuộc hẹn của quý vị tại {clinic}: {when}',
    'runningLate.neutral': 'Sẽ bắt đầu trễ khoảng {minutes} phút: {when}',
    'runningLate.private': 'Cuộc hẹn của quý vị tại {clinic} sẽ bắt đầu trễ khoảng {minutes} phút: {when}',
    'missed.neutral': `Chúng tôi không gặp được quý vị: {when}${replies.afterwards}`,
    'missed.private': `Chúng tôi không gặp được quý vị tại {clinic}: {when}\nCó điều gì gây khó khăn cho quý vị khi đến đây? Quý vị có thể viết cho chúng tôi.${replies.afterwards}`,
    'preparation.private': 'Trước cuộc hẹn của quý vị tại {clinic}, {when}: xin mang theo thuốc và giấy tờ về sức khỏe của quý vị.',
    'whichLanguage.private': 'Quý vị nói ngôn ngữ nào giỏi nhất? Xin trả lời bằng tên của ngôn ngữ đó.',
    'numberCheck.neutral': 'Số điện thoại này vẫn là của quý vị phải không? Xin trả lời bằng bất cứ từ nào.',
    'optedOut.neutral': 'Sẽ không còn tin nhắn nào gửi đến số này.',
    'understood.neutral': 'Đã nhận được câu trả lời của quý vị: {answer}',
    'understood.private': 'Đã nhận được câu trả lời của quý vị: {answer}\nCuộc hẹn của quý vị tại {clinic}: {when}',
  }),
};
