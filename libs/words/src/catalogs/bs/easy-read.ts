import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'Imate termin.',
  day: 'Dan: {date}',
  time: 'Vrijeme: {time}.',
  place: 'Mjesto: {place}.',
  interpreter: 'Vaš prevodilac: {interpreter}.',
  cannotCome: 'Ne možete doći? Nazovite: {phone}.',
  changed: 'Vaš termin je promijenjen.',
  cancelled: 'Vaš termin se neće održati.',
});
