import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'Aveți o programare.',
  day: 'Ziua: {date}.',
  time: 'Programarea este la {time}.',
  place: 'Locul: {place}.',
  interpreter: 'Interpretul dumneavoastră: {interpreter}.',
  cannotCome: 'Nu puteți veni? Sunați la {phone}.',
  changed: 'Programarea dumneavoastră s-a schimbat.',
  cancelled: 'Programarea dumneavoastră nu va mai avea loc.',
});
