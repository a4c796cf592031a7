import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'می‌آیم',
  cannotCome: 'آمده نمی‌توانم',
  callMe: 'به من زنگ بزنید',
  anotherTime: 'وقت دیگر',
  anotherInterpreter: 'ترجمان دیگر',
  wrongLanguage: 'زبان من نیست',
};
export const replies = replyLines('جواب:', answers);
export const where = 'محل: {place}{who, select, yes {\nترجمان: {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  ...drafts(2, {
    'confirmed.neutral': `وقت ملاقات شما: {when}${replies.neutral}`,
    'confirmed.private': `وقت ملاقات شما در {clinic}: {when}\n${where}${replies.private}`,
    'reminder.neutral': `یادآوری وقت ملاقات شما: {when}${replies.neutral}`,
    'reminder.private': `یادآوری وقت ملاقات شما در {clinic}: {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'پیام شما رسید.',
    'help.private': 'این پیام از: {clinic}{phoned, select, yes {\nتیلفون: {phone}} other {}}',
    'supporter.neutral': 'وقت ملاقات: {when}',
    'supporter.private': 'وقت ملاقات {patient} در {clinic}: {when}\nمحل: {place}',
    'subject.neutral': 'پیام',
    'subject.private': 'وقت ملاقات شما: {date}',
  }),
  ...drafts(1, {
    'changed.neutral': 'وقت ملاقات شما تغییر کرد. وقت نو: {when}',
    'changed.private': `وقت ملاقات شما در {clinic} تغییر کرد. حالا: {when}\n${where}`,
    'cancelled.neutral': 'این ملاقات برگزار نمی‌شود: {when}',
    'cancelled.private': 'ملاقات شما در {clinic} برگزار نمی‌شود: {when}',
    'interpreterFound.private': 'ترجمان با شما خواهد بود: {interpreter}\nوقت ملاقات شما در {clinic}: {when}',
    'interpreterChanged.private': 'ترجمان نو شما: {interpreter}\nوقت ملاقات شما در {clinic}: {when}',
    'interpreterLost.private': 'ترجمان شما آمده نمی‌تواند. ما ترجمان دیگر می‌پالیم.\nوقت ملاقات شما در {clinic}: {when}',
    'runningLate.neutral': 'حدود {minutes} دقیقه دیرتر شروع می‌شود: {when}',
    'runningLate.private': 'ملاقات شما در {clinic} حدود {minutes} دقیقه دیرتر شروع می‌شود: {when}',
    'missed.neutral': `شما را ندیدیم: {when}${replies.afterwards}`,
    'missed.private': `شما را در {clinic} ندیدیم: {when}\nچه چیز آمدن را سخت ساخت؟ می‌توانید برای ما بنویسید.${replies.afterwards}`,
    'preparation.private': 'پیش از ملاقات شما در {clinic}، {when}: لطفاً دواها و کاغذهای صحی خود را بیاورید.',
    'whichLanguage.private': 'به کدام زبان بهتر گپ می‌زنید؟ لطفاً نام آن را در جواب بنویسید.',
    'numberCheck.neutral': 'آیا این شماره هنوز از شماست؟ لطفاً با هر کلمه‌ای جواب بدهید.',
    'optedOut.neutral': 'به این شماره پیام دیگری نمی‌آید.',
    'understood.neutral': 'جواب شما رسید: {answer}',
    'understood.private': 'جواب شما رسید: {answer}\nوقت ملاقات شما در {clinic}: {when}',
  }),
};
