import { drafts, type SpokenTexts } from '../catalog';

/** What a machine’s voice says on the phone. */
export const spoken: SpokenTexts = {
  voice: { language: 'vi-VN', name: 'Google.vi-VN-Standard-A' },
  speakers: ['vie'],
  when: '{weekday}, ngày {day} tháng {month}, lúc {time}, {part}',
  texts: drafts(1, {
    'confirmed.neutral': 'Xin chào. Cuộc hẹn của quý vị: {when}.',
    'confirmed.private': 'Xin chào. Cuộc hẹn của quý vị tại {clinic}: {when}. Địa điểm: {place}. {who, select, yes {Thông dịch viên: {interpreter}.} other {}}',
    'reminder.neutral': 'Xin chào. Nhắc quý vị về cuộc hẹn: {when}.',
    'reminder.private': 'Xin chào. Nhắc quý vị về cuộc hẹn tại {clinic}: {when}. Địa điểm: {place}. {who, select, yes {Thông dịch viên: {interpreter}.} other {}}',
    'changed.neutral': 'Xin chào. Cuộc hẹn của quý vị có giờ mới: {when}.',
    'changed.private': 'Xin chào. Cuộc hẹn của quý vị tại {clinic} có giờ mới: {when}. Địa điểm: {place}.',
    'cancelled.neutral': 'Xin chào. Cuộc hẹn này đã bị hủy: {when}.',
    'cancelled.private': 'Xin chào. Cuộc hẹn của quý vị tại {clinic} đã bị hủy: {when}.',
    press: 'Để trả lời: {answer}, xin bấm số {digit}.',
    noMoreCalls: 'Nếu không muốn nhận cuộc gọi nữa, xin bấm số {digit}.',
    thanks: 'Cảm ơn quý vị. Tạm biệt.',
  }),
};
