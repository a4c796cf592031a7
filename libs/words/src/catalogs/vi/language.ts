import { type LanguageFacts, words } from '../catalog';

/** Vietnamese in words that north and south share, with quý vị for the reader and tôi for the patient. */
export const language: LanguageFacts = {
  language: 'vi',
  lang: 'vi',
  dir: 'ltr',
  autonym: 'Tiếng Việt',
  englishName: 'Vietnamese',
  numbering: 'latn',
  readers: ['vie'],
  calendar: {
    weekdays: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật'],
    partsOfDay: {
      afterMidnight: 'sau nửa đêm',
      morning: 'buổi sáng',
      midday: 'buổi trưa',
      afternoon: 'buổi chiều',
      evening: 'chiều tối',
      night: 'ban đêm',
    },
    style: { kind: 'worded', words: 'ngày\u00a0{day} tháng\u00a0{month} năm\u00a0{year}' },
    date: '{weekday}, {date}',
    time: 'lúc\u00a0{time} ({part})',
    when: '{date}, {time}',
  },
  replyWords: {
    coming: ['có', 'vâng', 'tôi đến', 'tôi đến được', 'tôi sẽ tới', 'sẽ đến', 'có, tôi sẽ đến'],
    cannotCome: ['không', 'tôi không đến', 'tôi không đến được', 'không đến được', 'không thể đến', 'tôi không tới được'],
    callMe: ['gọi cho tôi', 'hãy gọi cho tôi', 'làm ơn gọi cho tôi', 'xin gọi tôi'],
    anotherTime: ['giờ khác', 'đổi giờ', 'tôi muốn đổi giờ', 'tôi muốn giờ khác', 'ngày khác'],
    anotherInterpreter: ['thông dịch viên khác', 'người thông dịch khác', 'đổi thông dịch viên', 'tôi muốn đổi thông dịch viên'],
    wrongLanguage: ['không phải ngôn ngữ của tôi', 'sai ngôn ngữ', 'không phải tiếng của tôi'],
    help: ['giúp tôi', 'xin giúp tôi', 'trợ giúp'],
    // “hủy” is left out: it may as well mean the appointment.
    stop: ['đừng nhắn nữa', 'đừng nhắn tin nữa', 'ngừng nhắn tin', 'dừng nhắn tin'],
  },
  marks: {
    // Without f, j, w and z, which only names have.
    letters: /^[A-EG-IK-VXYa-eg-ik-vxyÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]$/u,
    never: null,
    always: /[ăâđêôơưĂÂĐÊÔƠƯẠ-ỹ]/u,
    alwaysFrom: 10,
    months: words('giêng chạp'),
    telling: words('khám bệnh viện bác sĩ dịch phiên thuốc sức khỏe trị'),
  },
};
