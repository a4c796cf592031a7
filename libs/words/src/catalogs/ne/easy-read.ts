import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'तपाईंको भेट्ने समय तोकिएको छ।',
  day: 'दिन: {date}।',
  time: 'समय: {time}।',
  place: 'ठाउँ: {place}।',
  interpreter: 'तपाईंको दोभाषे: {interpreter}।',
  cannotCome: 'आउन सक्नुहुन्न? फोन गर्नुहोस्: {phone}।',
  changed: 'तपाईंको भेट्ने समय बदलियो।',
  cancelled: 'तपाईंको भेट हुँदैन।',
});
