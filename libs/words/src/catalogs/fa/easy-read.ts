import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'شما یک قرار ملاقات دارید.',
  day: 'روز: {date}.',
  time: 'زمان: {time}.',
  place: 'مکان: {place}.',
  interpreter: 'مترجم شما: {interpreter}.',
  cannotCome: 'نمی‌توانید بیایید؟ تلفن بزنید: {phone}.',
  changed: 'قرار ملاقات شما عوض شد.',
  cancelled: 'قرار ملاقات شما برگزار نمی‌شود.',
});
