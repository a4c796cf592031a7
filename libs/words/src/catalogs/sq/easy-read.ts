import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'Ju keni një takim.',
  day: 'Dita: {date}.',
  time: 'Koha: {time}.',
  place: 'Vendi: {place}.',
  interpreter: 'Përkthyesi juaj: {interpreter}.',
  cannotCome: 'Nuk mund të vini? Telefononi: {phone}.',
  changed: 'Takimi juaj ndryshoi.',
  cancelled: 'Takimi juaj nuk do të mbahet.',
});
