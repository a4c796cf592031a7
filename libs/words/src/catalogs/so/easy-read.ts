import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'Ballan ayaad leedahay.',
  day: 'Maalinta: {date}.',
  time: 'Waqtiga: {time}.',
  place: 'Goobta: {place}.',
  interpreter: 'Turjubaankaaga: {interpreter}.',
  cannotCome: 'Ma iman kartid? Wac: {phone}.',
  changed: 'Ballantaada waa la beddelay.',
  cancelled: 'Ballantaadu ma dhici doonto.',
});
