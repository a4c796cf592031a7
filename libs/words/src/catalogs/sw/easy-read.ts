import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'Una miadi.',
  day: 'Siku: {date}.',
  time: 'Wakati: {time}.',
  place: 'Mahali: {place}.',
  interpreter: 'Mkalimani wako: {interpreter}.',
  cannotCome: 'Huwezi kuja? Piga simu: {phone}.',
  changed: 'Miadi yako imebadilika.',
  cancelled: 'Miadi yako haitafanyika.',
});
