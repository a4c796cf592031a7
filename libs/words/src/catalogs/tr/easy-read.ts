import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'Bir randevunuz var.',
  day: 'Gün: {date}.',
  time: 'Zaman: {time}.',
  place: 'Yer: {place}.',
  interpreter: 'Tercümanınız: {interpreter}.',
  cannotCome: 'Gelemeyecek misiniz? Arayın: {phone}.',
  changed: 'Randevunuz değişti.',
  cancelled: 'Randevunuz gerçekleşmeyecek.',
});
