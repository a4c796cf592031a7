import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'আপনার একটি অ্যাপয়েন্টমেন্ট আছে।',
  day: 'দিন: {date}।',
  time: 'সময়: {time}।',
  place: 'জায়গা: {place}।',
  interpreter: 'আপনার দোভাষী: {interpreter}।',
  cannotCome: 'আসতে পারবেন না? ফোন করুন: {phone}।',
  changed: 'আপনার অ্যাপয়েন্টমেন্ট বদলেছে।',
  cancelled: 'আপনার অ্যাপয়েন্টমেন্ট হবে না।',
});
