import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'Imate termin.',
  day: 'Dan: {date}',
  time: 'Vreme: {time}.',
  place: 'Mesto: {place}.',
  interpreter: 'Vaš prevodilac: {interpreter}.',
  cannotCome: 'Ne možete da dođete? Pozovite: {phone}.',
  changed: 'Vaš termin je promenjen.',
  cancelled: 'Vaš termin se neće održati.',
});
