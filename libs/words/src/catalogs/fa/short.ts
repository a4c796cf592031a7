import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'می‌آیم',
  cannotCome: 'نمی‌توانم بیایم',
  callMe: 'به من تلفن بزنید',
  anotherTime: 'زمان دیگر',
  anotherInterpreter: 'مترجم دیگر',
  wrongLanguage: 'زبان من نیست',
};
export const replies = replyLines('پاسخ:', answers);
export const where = 'مکان: {place}{who, select, yes {\nمترجم: {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  // In step with the English: these four offer as many answers as its second version.
  ...drafts(2, {
    'confirmed.neutral': `قرار ملاقات شما: {when}${replies.neutral}`,
    'confirmed.private': `قرار ملاقات شما در {clinic}: {when}\n${where}${replies.private}`,
    'reminder.neutral': `یادآوری قرار ملاقات شما: {when}${replies.neutral}`,
    'reminder.private': `یادآوری قرار ملاقات شما در {clinic}: {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'پیام شما رسید.',
    'help.private': 'این پیام از: {clinic}{phoned, select, yes {\nتلفن: {phone}} other {}}',
    'supporter.neutral': 'قرار ملاقات: {when}',
    'supporter.private': 'قرار ملاقات {patient} در {clinic}: {when}\nمکان: {place}',
    'subject.neutral': 'پیام',
    'subject.private': 'قرار ملاقات شما: {date}',
    'changed.neutral': 'قرار ملاقات شما عوض شد. زمان جدید: {when}',
    'changed.private': `قرار ملاقات شما در {clinic} عوض شد. زمان جدید: {when}\n${where}`,
    'cancelled.neutral': 'این قرار ملاقات برگزار نمی‌شود: {when}',
    'cancelled.private': 'قرار ملاقات شما در {clinic} برگزار نمی‌شود: {when}',
    'interpreterFound.private': 'مترجم همراه شما خواهد بود: {interpreter}\nقرار ملاقات شما در {clinic}: {when}',
    'interpreterChanged.private': 'مترجم جدید شما: {interpreter}\nقرار ملاقات شما در {clinic}: {when}',
    'interpreterLost.private': 'مترجم شما نمی‌تواند بیاید. دنبال مترجم دیگری می‌گردیم.\nقرار ملاقات شما در {clinic}: {when}',
    'runningLate.neutral': 'حدود {minutes} دقیقه دیرتر شروع می‌شود: {when}',
    'runningLate.private': 'قرار ملاقات شما در {clinic} حدود {minutes} دقیقه دیرتر شروع می‌شود: {when}',
    'missed.neutral': `شما را ندیدیم: {when}${replies.afterwards}`,
    'missed.private': `شما را در {clinic} ندیدیم: {when}\nچه چیزی آمدن را سخت کرد؟ می‌توانید برای ما بنویسید.${replies.afterwards}`,
    'preparation.private': 'پیش از قرار ملاقات شما در {clinic}، {when}: لطفاً داروها و مدارک پزشکی خود را بیاورید.',
    'whichLanguage.private': 'به کدام زبان راحت‌تر صحبت می‌کنید؟ لطفاً نام آن را در پاسخ بنویسید.',
    'numberCheck.neutral': 'آیا این شماره هنوز مال شماست؟ لطفاً با هر کلمه‌ای پاسخ دهید.',
    'optedOut.neutral': 'دیگر پیامی به این شماره نمی‌آید.',
    'understood.neutral': 'پاسخ شما رسید: {answer}',
    'understood.private': 'پاسخ شما رسید: {answer}\nقرار ملاقات شما در {clinic}: {when}',
  }),
};
