import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'دێم',
  cannotCome: 'ناتوانم بێم',
  callMe: 'تەلەفۆنم بۆ بکەن',
  anotherTime: 'کاتێکی تر',
  anotherInterpreter: 'وەرگێڕێکی تر',
  wrongLanguage: 'زمانی من نییە',
};
export const replies = replyLines('وەڵام:', answers);
export const where = 'شوێن: {place}{who, select, yes {\nوەرگێڕ: {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  ...drafts(2, {
    'confirmed.neutral': `کاتی چاوپێکەوتنەکەتان: {when}${replies.neutral}`,
    'confirmed.private': `کاتی چاوپێکەوتنەکەتان لە {clinic}: {when}\n${where}${replies.private}`,
    'reminder.neutral': `بیرخستنەوەی کاتی چاوپێکەوتنەکەتان: {when}${replies.neutral}`,
    'reminder.private': `بیرخستنەوەی کاتی چاوپێکەوتنەکەتان لە {clinic}: {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'پەیامەکەتان گەیشت.',
    'help.private': 'ئەم پەیامە لەلایەن: {clinic}{phoned, select, yes {\nتەلەفۆن: {phone}} other {}}',
    'supporter.neutral': 'کاتی چاوپێکەوتن: {when}',
    'supporter.private': 'کاتی چاوپێکەوتنی {patient} لە {clinic}: {when}\nشوێن: {place}',
    'subject.neutral': 'پەیام',
    'subject.private': 'کاتی چاوپێکەوتنەکەتان: {date}',
  }),
  ...drafts(1, {
    'changed.neutral': 'کاتی چاوپێکەوتنەکەتان گۆڕا. کاتی نوێ: {when}',
    'changed.private': `چاوپێکەوتنەکەتان لە {clinic} گۆڕا. ئێستا: {when}\n${where}`,
    'cancelled.neutral': 'ئەم چاوپێکەوتنە بەڕێوە ناچێت: {when}',
    'cancelled.private': 'چاوپێکەوتنەکەتان لە {clinic} بەڕێوە ناچێت: {when}',
    'interpreterFound.private': 'وەرگێڕێک لەگەڵتان دەبێت: {interpreter}\nکاتی چاوپێکەوتنەکەتان لە {clinic}: {when}',
    'interpreterChanged.private': 'وەرگێڕی نوێتان: {interpreter}\nکاتی چاوپێکەوتنەکەتان لە {clinic}: {when}',
    'interpreterLost.private': 'وەرگێڕەکەتان ناتوانێت بێت. بەدوای یەکێکی تردا دەگەڕێین.\nکاتی چاوپێکەوتنەکەتان لە {clinic}: {when}',
    'runningLate.neutral': 'نزیکەی {minutes} خولەک دواتر دەست پێ دەکات: {when}',
    'runningLate.private': 'چاوپێکەوتنەکەتان لە {clinic} نزیکەی {minutes} خولەک دواتر دەست پێ دەکات: {when}',
    'missed.neutral': `ئێوەمان نەبینی: {when}${replies.afterwards}`,
    'missed.private': `ئێوەمان لە {clinic} نەبینی: {when}\nچی هاتنی قورس کرد؟ دەتوانن بۆمان بنووسن.${replies.afterwards}`,
    'preparation.private': 'پێش چاوپێکەوتنەکەتان لە {clinic}، {when}: تکایە دەرمانەکانتان و کاغەزە تەندروستییەکانتان بهێنن.',
    'whichLanguage.private': 'بە کام زمان باشتر قسە دەکەن؟ تکایە ناوی زمانەکە لە وەڵامدا بنووسن.',
    'numberCheck.neutral': 'ئایا ئەم ژمارەیە هێشتا هی ئێوەیە؟ تکایە بە هەر وشەیەک وەڵام بدەنەوە.',
    'optedOut.neutral': 'پەیامی تر بۆ ئەم ژمارەیە نایەت.',
    'understood.neutral': 'وەڵامەکەتان گەیشت: {answer}',
    'understood.private': 'وەڵامەکەتان گەیشت: {answer}\nکاتی چاوپێکەوتنەکەتان لە {clinic}: {when}',
  }),
};
