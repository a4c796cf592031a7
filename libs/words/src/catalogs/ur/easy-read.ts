import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'آپ کی ایک اپائنٹمنٹ ہے۔',
  day: 'دن: {date}۔',
  time: 'وقت: {time}۔',
  place: 'جگہ: {place}۔',
  interpreter: 'آپ کے ترجمان: {interpreter}۔',
  cannotCome: 'آنا ممکن نہیں؟ فون کریں: {phone}۔',
  changed: 'آپ کی اپائنٹمنٹ بدل گئی ہے۔',
  cancelled: 'آپ کی اپائنٹمنٹ نہیں ہوگی۔',
});
