import { sources, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = sources(1, {
  appointment: 'You have an appointment.',
  day: 'The day is {date}.',
  time: 'The time is {time}.',
  place: 'The place is {place}.',
  interpreter: 'Your interpreter is {interpreter}.',
  cannotCome: 'You cannot come? Call {phone}.',
  changed: 'Your appointment has changed.',
  cancelled: 'Your appointment will not take place.',
});
