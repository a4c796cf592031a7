import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: '您有一個預約。',
  day: '日期：{date}。',
  time: '時間：{time}。',
  place: '地點：{place}。',
  interpreter: '您的口譯員：{interpreter}。',
  cannotCome: '您不能來？請打電話：{phone}。',
  changed: '您的預約已更改。',
  cancelled: '您的預約已取消。',
});
