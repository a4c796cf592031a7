import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'ቆጸራ ኣለኩም።',
  day: 'መዓልቲ፦ {date}።',
  time: 'ግዜ፦ {time}።',
  place: 'ቦታ፦ {place}።',
  interpreter: 'ኣስተርጓሚኹም፦ {interpreter}።',
  cannotCome: 'ምምጻእ ኣይትኽእሉን ዶ? ደውሉ፦ {phone}።',
  changed: 'ቆጸራኹም ተቐዪሩ ኣሎ።',
  cancelled: 'ቆጸራኹም ኣይክካየድን እዩ።',
});
