import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'Usted tiene una cita.',
  day: 'El día: {date}.',
  time: 'La hora: {time}.',
  place: 'El lugar: {place}.',
  interpreter: 'Su intérprete: {interpreter}.',
  cannotCome: '¿No puede venir? Llame al {phone}.',
  changed: 'Su cita cambió.',
  cancelled: 'Su cita no se va a realizar.',
});
