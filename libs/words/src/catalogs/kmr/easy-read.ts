import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'Randevûyeke we heye.',
  day: 'Roj: {date}.',
  time: 'Dem: {time}.',
  place: 'Cih: {place}.',
  interpreter: 'Wergêrê we: {interpreter}.',
  cannotCome: 'Hûn nikarin bên? Telefon bikin: {phone}.',
  changed: 'Randevûya we hate guhertin.',
  cancelled: 'Randevûya we pêk nayê.',
});
