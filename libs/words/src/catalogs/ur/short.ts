import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'آنا ممکن ہے',
  cannotCome: 'آنا ممکن نہیں',
  callMe: 'مجھے فون کریں',
  anotherTime: 'دوسرا وقت',
  anotherInterpreter: 'دوسرا ترجمان',
  wrongLanguage: 'میری زبان نہیں',
};
export const replies = replyLines('جواب:', answers);
export const where = 'جگہ: {place}{who, select, yes {\nترجمان: {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  // In step with the English: these four offer as many answers as its second version.
  ...drafts(2, {
    'confirmed.neutral': `آپ کی اپائنٹمنٹ: {when}${replies.neutral}`,
    'confirmed.private': `{clinic} میں آپ کی اپائنٹمنٹ: {when}\n${where}${replies.private}`,
    'reminder.neutral': `آپ کی اپائنٹمنٹ کی یاددہانی: {when}${replies.neutral}`,
    'reminder.private': `{clinic} میں آپ کی اپائنٹمنٹ کی یاددہانی: {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'آپ کا پیغام مل گیا ہے۔',
    'help.private': 'یہ پیغام یہاں سے ہے: {clinic}{phoned, select, yes {\nفون: {phone}} other {}}',
    'supporter.neutral': 'اپائنٹمنٹ: {when}',
    'supporter.private': '{patient} کی اپائنٹمنٹ، {clinic}: {when}\nجگہ: {place}',
    'subject.neutral': 'پیغام',
    'subject.private': 'آپ کی اپائنٹمنٹ: {date}',
    'changed.neutral': 'آپ کی اپائنٹمنٹ کا وقت بدل گیا ہے۔ نیا وقت: {when}',
    'changed.private': `{clinic} میں آپ کی اپائنٹمنٹ بدل گئی ہے۔ اب: {when}\n${where}`,
    'cancelled.neutral': 'یہ اپائنٹمنٹ نہیں ہوگی: {when}',
    'cancelled.private': '{clinic} میں آپ کی اپائنٹمنٹ نہیں ہوگی: {when}',
    'interpreterFound.private': 'آپ کے ساتھ ترجمان ہوں گے: {interpreter}\n{clinic} میں آپ کی اپائنٹمنٹ: {when}',
    'interpreterChanged.private': 'آپ کے نئے ترجمان: {interpreter}\n{clinic} میں آپ کی اپائنٹمنٹ: {when}',
    'interpreterLost.private': 'آپ کے ترجمان نہیں آ سکتے۔ ہم دوسرے ترجمان کو تلاش کر رہے ہیں۔\n{clinic} میں آپ کی اپائنٹمنٹ: {when}',
    'runningLate.neutral': 'تقریباً {minutes} منٹ دیر سے شروع ہوگی: {when}',
    'runningLate.private': '{clinic} میں آپ کی اپائنٹمنٹ تقریباً {minutes} منٹ دیر سے شروع ہوگی: {when}',
    'missed.neutral': `آپ سے ملاقات نہیں ہوئی: {when}${replies.afterwards}`,
    'missed.private': `{clinic} میں آپ سے ملاقات نہیں ہوئی: {when}\nآنے میں کیا مشکل تھی؟ آپ ہمیں لکھ سکتے ہیں۔${replies.afterwards}`,
    'preparation.private': '{clinic} میں اپائنٹمنٹ سے پہلے، {when}: براہ کرم اپنی دوائیں اور صحت کے کاغذات ساتھ لائیں۔',
    'whichLanguage.private': 'آپ کون سی زبان سب سے اچھی بولتے ہیں؟ براہ کرم جواب میں اس کا نام لکھیں۔',
    'numberCheck.neutral': 'کیا یہ نمبر اب بھی آپ کا ہے؟ براہ کرم کسی بھی لفظ سے جواب دیں۔',
    'optedOut.neutral': 'اس نمبر پر اب کوئی پیغام نہیں آئے گا۔',
    'understood.neutral': 'آپ کا جواب مل گیا: {answer}',
    'understood.private': 'آپ کا جواب مل گیا: {answer}\n{clinic} میں آپ کی اپائنٹمنٹ: {when}',
  }),
};
