import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: '您有一个预约。',
  day: '日期：{date}。',
  time: '时间：{time}。',
  place: '地点：{place}。',
  interpreter: '您的口译员：{interpreter}。',
  cannotCome: '您不能来？请打电话：{phone}。',
  changed: '您的预约已更改。',
  cancelled: '您的预约已取消。',
});
