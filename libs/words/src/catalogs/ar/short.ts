import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'سآتي',
  cannotCome: 'لا أستطيع المجيء',
  callMe: 'اتصلوا بي',
  anotherTime: 'موعد آخر',
  anotherInterpreter: 'شخص آخر للترجمة',
  wrongLanguage: 'ليست لغتي',
};
export const replies = replyLines('للرد:', answers);
export const where = 'المكان: {place}{who, select, yes {\nالترجمة الشفوية: {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  ...drafts(2, {
    'confirmed.neutral': `موعدك: {when}${replies.neutral}`,
    'confirmed.private': `موعدك في {clinic}: {when}\n${where}${replies.private}`,
    'reminder.neutral': `تذكير بموعدك: {when}${replies.neutral}`,
    'reminder.private': `تذكير بموعدك في {clinic}: {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'وصلت رسالتك.',
    'help.private': 'هذه الرسالة من: {clinic}{phoned, select, yes {\nالهاتف: {phone}} other {}}',
    'supporter.neutral': 'موعد: {when}',
    'supporter.private': 'موعد {patient} في {clinic}: {when}\nالمكان: {place}',
    'subject.neutral': 'رسالة',
    'subject.private': 'موعدك: {date}',
  }),
  ...drafts(1, {
    'changed.neutral': 'تغيّر وقت موعدك. الوقت الجديد: {when}',
    'changed.private': `تغيّر موعدك في {clinic}. الموعد الآن: {when}\n${where}`,
    'cancelled.neutral': 'لن يتم هذا الموعد: {when}',
    'cancelled.private': 'لن يتم موعدك في {clinic}: {when}',
    'interpreterFound.private': 'سيكون معك للترجمة الشفوية: {interpreter}\nموعدك في {clinic}: {when}',
    'interpreterChanged.private': 'شخص جديد للترجمة الشفوية: {interpreter}\nموعدك في {clinic}: {when}',
    'interpreterLost.private': 'لا يستطيع الشخص المكلّف بالترجمة الحضور. نبحث عن شخص آخر.\nموعدك في {clinic}: {when}',
    'runningLate.neutral': 'سيبدأ متأخرًا، نحو {minutes} بالدقائق: {when}',
    'runningLate.private': 'سيبدأ موعدك في {clinic} متأخرًا، نحو {minutes} بالدقائق: {when}',
    'missed.neutral': `لم نرك في موعدك: {when}${replies.afterwards}`,
    'missed.private': `لم نرك في {clinic}: {when}\nما الذي صعّب عليك المجيء؟ يمكنك أن تكتب لنا.${replies.afterwards}`,
    'preparation.private': 'قبل موعدك في {clinic}، {when}: نرجو إحضار أدويتك وأوراقك الطبية.',
    'whichLanguage.private': 'ما لغتك الأفضل في الكلام؟ نرجو كتابة اسمها في الرد.',
    'numberCheck.neutral': 'هل ما زال هذا الرقم لك؟ نرجو الرد بأي كلمة.',
    'optedOut.neutral': 'لن تصل رسائل أخرى إلى هذا الرقم.',
    'understood.neutral': 'وصل جوابك: {answer}',
    'understood.private': 'وصل جوابك: {answer}\nموعدك في {clinic}: {when}',
  }),
};
