import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'သင့်မှာ ရက်ချိန်း ရှိပါတယ်။',
  day: 'နေ့ - {date}။',
  time: 'အချိန် - {time}။',
  place: 'နေရာ - {place}။',
  interpreter: 'သင့်စကားပြန် - {interpreter}။',
  cannotCome: 'မလာနိုင်ဘူးလား။ ဖုန်းဆက်ပါ - {phone}။',
  changed: 'သင့်ရက်ချိန်း ပြောင်းသွားပါပြီ။',
  cancelled: 'သင့်ရက်ချိန်း မရှိတော့ပါဘူး။',
});
