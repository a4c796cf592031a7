import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'ቀጠሮ አለዎት።',
  day: 'ቀኑ፦ {date}።',
  time: 'ጊዜው፦ {time}።',
  place: 'ቦታው፦ {place}።',
  interpreter: 'አስተርጓሚዎ፦ {interpreter}።',
  cannotCome: 'መምጣት አይችሉም? ይደውሉ፦ {phone}።',
  changed: 'ቀጠሮዎ ተቀይሯል።',
  cancelled: 'ቀጠሮዎ አይካሄድም።',
});
