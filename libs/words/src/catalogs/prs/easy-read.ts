import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'شما یک وقت ملاقات دارید.',
  day: 'روز: {date}.',
  time: 'وقت: {time}.',
  place: 'محل: {place}.',
  interpreter: 'ترجمان شما: {interpreter}.',
  cannotCome: 'آمده نمی‌توانید؟ زنگ بزنید: {phone}.',
  changed: 'وقت ملاقات شما تغییر کرد.',
  cancelled: 'ملاقات شما برگزار نمی‌شود.',
});
