import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'আমি আসব',
  cannotCome: 'আমি আসতে পারব না',
  callMe: 'আমাকে ফোন করুন',
  anotherTime: 'অন্য সময়',
  anotherInterpreter: 'অন্য দোভাষী',
  wrongLanguage: 'আমার ভাষা নয়',
};
export const replies = replyLines('উত্তর:', answers);
export const where = 'জায়গা: {place}{who, select, yes {\nদোভাষী: {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  // In step with the English: these four offer as many answers as its second version.
  ...drafts(2, {
    'confirmed.neutral': `আপনার অ্যাপয়েন্টমেন্ট: {when}${replies.neutral}`,
    'confirmed.private': `{clinic}-এ আপনার অ্যাপয়েন্টমেন্ট: {when}\n${where}${replies.private}`,
    'reminder.neutral': `আপনার অ্যাপয়েন্টমেন্ট মনে করিয়ে দিচ্ছি: {when}${replies.neutral}`,
    'reminder.private': `{clinic}-এ আপনার অ্যাপয়েন্টমেন্ট মনে করিয়ে দিচ্ছি: {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'আপনার বার্তা এসেছে।',
    'help.private': 'এই বার্তা পাঠিয়েছে: {clinic}{phoned, select, yes {\nফোন: {phone}} other {}}',
    'supporter.neutral': 'অ্যাপয়েন্টমেন্ট: {when}',
    'supporter.private': '{patient}-এর অ্যাপয়েন্টমেন্ট, {clinic}: {when}\nজায়গা: {place}',
    'subject.neutral': 'বার্তা',
    'subject.private': 'আপনার অ্যাপয়েন্টমেন্ট: {date}',
    'changed.neutral': 'আপনার অ্যাপয়েন্টমেন্টের সময় বদলেছে। নতুন সময়: {when}',
    'changed.private': `{clinic}-এ আপনার অ্যাপয়েন্টমেন্ট বদলেছে। এখন: {when}\n${where}`,
    'cancelled.neutral': 'এই অ্যাপয়েন্টমেন্ট হবে না: {when}',
    'cancelled.private': '{clinic}-এ আপনার অ্যাপয়েন্টমেন্ট হবে না: {when}',
    'interpreterFound.private': 'আপনার সঙ্গে দোভাষী থাকবেন: {interpreter}\n{clinic}-এ আপনার অ্যাপয়েন্টমেন্ট: {when}',
    'interpreterChanged.private': 'আপনার নতুন দোভাষী: {interpreter}\n{clinic}-এ আপনার অ্যাপয়েন্টমেন্ট: {when}',
    'interpreterLost.private': 'আপনার দোভাষী আসতে পারবেন না। আমরা অন্য কাউকে খুঁজছি।\n{clinic}-এ আপনার অ্যাপয়েন্টমেন্ট: {when}',
    'runningLate.neutral': 'প্রায় {minutes} মিনিট দেরিতে শুরু হবে: {when}',
    'runningLate.private': '{clinic}-এ আপনার অ্যাপয়েন্টমেন্ট প্রায় {minutes} মিনিট দেরিতে শুরু হবে: {when}',
    'missed.neutral': `আপনার সঙ্গে দেখা হয়নি: {when}${replies.afterwards}`,
    'missed.private': `{clinic}-এ আপনার সঙ্গে দেখা হয়নি: {when}\nআসতে কী অসুবিধা হয়েছিল? আপনি আমাদের লিখতে পারেন।${replies.afterwards}`,
    'preparation.private': '{clinic}-এ অ্যাপয়েন্টমেন্টের আগে, {when}: দয়া করে আপনার ওষুধ ও স্বাস্থ্যের কাগজপত্র সঙ্গে আনুন।',
    'whichLanguage.private': 'আপনি কোন ভাষায় সবচেয়ে ভালো কথা বলেন? দয়া করে উত্তরে ভাষার নাম লিখুন।',
    'numberCheck.neutral': 'এই নম্বর কি এখনও আপনার? দয়া করে যেকোনো একটি শব্দে উত্তর দিন।',
    'optedOut.neutral': 'এই নম্বরে আর কোনো বার্তা আসবে না।',
    'understood.neutral': 'আপনার উত্তর এসেছে: {answer}',
    'understood.private': 'আপনার উত্তর এসেছে: {answer}\n{clinic}-এ আপনার অ্যাপয়েন্টমেন্ট: {when}',
  }),
};
