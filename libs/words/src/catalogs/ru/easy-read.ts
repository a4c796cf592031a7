import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'Вы записаны на приём.',
  day: 'День: {date}.',
  time: 'Время: {time}.',
  place: 'Место: {place}.',
  interpreter: 'Ваш переводчик: {interpreter}.',
  cannotCome: 'Не сможете прийти? Позвоните: {phone}.',
  changed: 'Ваш приём перенесён.',
  cancelled: 'Ваш приём не состоится.',
});
