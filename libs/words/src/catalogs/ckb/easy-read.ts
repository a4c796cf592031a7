import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'چاوپێکەوتنتان هەیە.',
  day: 'ڕۆژ: {date}.',
  time: 'کات: {time}.',
  place: 'شوێن: {place}.',
  interpreter: 'وەرگێڕەکەتان: {interpreter}.',
  cannotCome: 'ناتوانن بێن؟ تەلەفۆن بکەن: {phone}.',
  changed: 'چاوپێکەوتنەکەتان گۆڕا.',
  cancelled: 'چاوپێکەوتنەکەتان بەڕێوە ناچێت.',
});
