import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'Вас записано на візит.',
  day: 'День: {date}.',
  time: 'Час: {time}.',
  place: 'Місце: {place}.',
  interpreter: 'Ваш перекладач: {interpreter}.',
  cannotCome: 'Не зможете прийти? Подзвоніть: {phone}.',
  changed: 'Ваш візит перенесено.',
  cancelled: 'Ваш візит не відбудеться.',
});
