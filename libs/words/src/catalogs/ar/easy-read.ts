import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'لديك موعد.',
  day: 'اليوم: {date}.',
  time: 'الوقت: {time}.',
  place: 'المكان: {place}.',
  interpreter: 'من يترجم لك: {interpreter}.',
  cannotCome: 'إن لم يمكنك المجيء، رقم الهاتف: {phone}.',
  changed: 'تغيّر موعدك.',
  cancelled: 'لن يتم موعدك.',
});
