import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `شما در {clinic} قرار ملاقات دارید.\nچه زمانی: {when}\n${where}${replies.private}`,
  reminder: `قرار ملاقات شما در {clinic} را یادآوری می‌کنیم.\nچه زمانی: {when}\n${where}${replies.private}`,
  answerByPhone: 'برای پاسخ تلفن بزنید: {phone}',
  changed: `قرار ملاقات شما در {clinic} عوض شد.\nزمان جدید: {when}\n${where}`,
  cancelled: 'قرار ملاقات شما در {clinic} برگزار نمی‌شود: {when}\nلازم نیست بیایید. برای وقت جدید لطفاً به ما تلفن بزنید.{phoned, select, yes {\nتلفن: {phone}} other {}}',
  interpreterFound: 'برای قرار ملاقات شما در {clinic} مترجم پیدا کردیم.\nمترجم: {interpreter}\nچه زمانی: {when}',
  interpreterChanged: 'برای قرار ملاقات شما در {clinic} مترجم دیگری می‌آید.\nمترجم: {interpreter}\nچه زمانی: {when}',
  interpreterLost: 'مترجم قرار ملاقات شما در {clinic} نمی‌تواند بیاید. دنبال مترجم دیگری می‌گردیم و به شما خبر می‌دهیم.\nچه زمانی: {when}',
  missed: 'شما را در {clinic} ندیدیم: {when}\nمی‌خواهیم بدانیم چه چیزی آمدن را سخت کرد تا کمک کنیم. به ما تلفن بزنید تا وقت جدیدی پیدا کنیم.{phoned, select, yes {\nتلفن: {phone}} other {}}',
  preparation: 'پیش از قرار ملاقات شما در {clinic}: {when}\nلطفاً داروها و مدارک پزشکی خود را بیاورید.',
  rights: 'شما حق دارید مترجم رایگان داشته باشید. مترجم رازدار است. می‌توانید بدون گفتن دلیل مترجم دیگری بخواهید.',
  assurance: 'مترجم شما رایگان و رازدار است. می‌توانید مترجم دیگری بخواهید.',
  interpreterJoins: '{modality, select, video {مترجم شما با تماس تصویری وصل می‌شود.} phone {مترجم شما با تلفن وصل می‌شود.} other {مترجم شما در همان جا کنار شماست.}}',
  callUs: 'به ما تلفن بزنید: {phone}',
});
