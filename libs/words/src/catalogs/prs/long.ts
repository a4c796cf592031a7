import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `شما در {clinic} وقت ملاقات دارید.\nچه وقت: {when}\n${where}${replies.private}`,
  reminder: `وقت ملاقات شما در {clinic} را به یاد شما می‌آوریم.\nچه وقت: {when}\n${where}${replies.private}`,
  answerByPhone: 'برای جواب زنگ بزنید: {phone}',
  changed: `وقت ملاقات شما در {clinic} تغییر کرد.\nوقت نو: {when}\n${where}`,
  cancelled: 'ملاقات شما در {clinic} برگزار نمی‌شود: {when}\nآمدن لازم نیست. برای وقت نو لطفاً به ما زنگ بزنید.{phoned, select, yes {\nتیلفون: {phone}} other {}}',
  interpreterFound: 'برای ملاقات شما در {clinic} ترجمان پیدا کردیم.\nترجمان: {interpreter}\nچه وقت: {when}',
  interpreterChanged: 'به ملاقات شما در {clinic} ترجمان دیگر می‌آید.\nترجمان: {interpreter}\nچه وقت: {when}',
  interpreterLost: 'ترجمان ملاقات شما در {clinic} آمده نمی‌تواند. ترجمان دیگر می‌پالیم و به شما خبر می‌دهیم.\nچه وقت: {when}',
  missed: 'شما را در {clinic} ندیدیم: {when}\nمی‌خواهیم بدانیم چه چیز آمدن را سخت ساخت تا کمک کنیم. به ما زنگ بزنید، وقت نو پیدا می‌کنیم.{phoned, select, yes {\nتیلفون: {phone}} other {}}',
  preparation: 'پیش از ملاقات شما در {clinic}: {when}\nلطفاً دواها و کاغذهای صحی خود را بیاورید.',
  rights: 'شما حق دارید که ترجمان رایگان داشته باشید. ترجمان راز شما را نگاه می‌کند. بدون گفتن دلیل می‌توانید ترجمان دیگر بخواهید.',
  assurance: 'ترجمان شما رایگان و رازدار است. می‌توانید ترجمان دیگر بخواهید.',
  interpreterJoins: '{modality, select, video {ترجمان شما از طریق ویدیو وصل می‌شود.} phone {ترجمان شما از طریق تیلفون وصل می‌شود.} other {ترجمان شما در همان جا با شما می‌باشد.}}',
  callUs: 'به ما زنگ بزنید: {phone}',
});
