import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'Quý vị có một cuộc hẹn.',
  day: 'Ngày: {date}.',
  time: 'Giờ: {time}.',
  place: 'Địa điểm: {place}.',
  interpreter: 'Thông dịch viên của quý vị: {interpreter}.',
  cannotCome: 'Quý vị không thể đến? Xin gọi: {phone}.',
  changed: 'Cuộc hẹn của quý vị đã thay đổi.',
  cancelled: 'Cuộc hẹn của quý vị đã bị hủy.',
});
