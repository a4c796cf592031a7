import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'Vous avez un rendez-vous.',
  day: 'Le jour\u00a0: {date}.',
  time: 'L’heure\u00a0: {time}.',
  place: 'Le lieu\u00a0: {place}.',
  interpreter: 'Votre interprète\u00a0: {interpreter}.',
  cannotCome: 'Vous ne pouvez pas venir\u00a0? Appelez le {phone}.',
  changed: 'Votre rendez-vous a changé.',
  cancelled: 'Votre rendez-vous n’aura pas lieu.',
});
