import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `Quý vị có cuộc hẹn tại {clinic}.\nThời gian: {when}\n${where}${replies.private}`,
  reminder: `Xin nhắc quý vị về cuộc hẹn tại {clinic}.\nThời gian: {when}\n${where}${replies.private}`,
  answerByPhone: 'Để trả lời, xin gọi: {phone}',
  changed: `Cuộc hẹn của quý vị tại {clinic} đã thay đổi.\nThời gian mới: {when}\n${where}`,
  cancelled: 'Cuộc hẹn của quý vị tại {clinic} đã bị hủy: {when}\nQuý vị không cần đến. Nếu muốn có cuộc hẹn mới, xin gọi cho chúng tôi.{phoned, select, yes {\nĐiện thoại: {phone}} other {}}',
  interpreterFound: 'Chúng tôi đã tìm được thông dịch viên cho cuộc hẹn của quý vị tại {clinic}.\nThông dịch viên: {interpreter}\nThời gian: {when}',
  interpreterChanged: 'Một thông dịch viên khác sẽ đến cuộc hẹn của quý vị tại {clinic}.\nThông dịch viên: {interpreter}\nThời gian: {when}',
  interpreterLost: 'Thông dịch viên cho cuộc hẹn của quý vị tại {clinic} không thể đến. Chúng tôi đang tìm người khác và sẽ báo cho quý vị.\nThời gian: {when}',
  missed: 'Chúng tôi không gặp được quý vị tại {clinic}: {when}\nChúng tôi muốn biết quý vị gặp khó khăn gì khi đến đây, để có thể giúp. Xin gọi cho chúng tôi, chúng tôi sẽ tìm giờ mới.{phoned, select, yes {\nĐiện thoại: {phone}} other {}}',
  preparation: 'Trước cuộc hẹn của quý vị tại {clinic}: {when}\nXin mang theo thuốc và giấy tờ về sức khỏe của quý vị.',
  rights: 'Quý vị có quyền được có thông dịch viên. Quý vị không phải trả tiền. Thông dịch viên giữ kín mọi điều quý vị nói. Quý vị có thể xin người khác mà không cần nói lý do.',
  assurance: 'Quý vị không phải trả tiền cho thông dịch viên, và thông dịch viên giữ kín mọi điều. Quý vị có thể xin người khác.',
  interpreterJoins: '{modality, select, video {Thông dịch viên của quý vị tham gia qua video.} phone {Thông dịch viên của quý vị tham gia qua điện thoại.} other {Thông dịch viên của quý vị sẽ có mặt cùng quý vị.}}',
  callUs: 'Xin gọi cho chúng tôi: {phone}',
});
