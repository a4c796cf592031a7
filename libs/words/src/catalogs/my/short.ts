import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'လာပါမယ်',
  cannotCome: 'မလာနိုင်ပါဘူး',
  callMe: 'ဖုန်းဆက်ပေးပါ',
  anotherTime: 'တခြားအချိန်',
  anotherInterpreter: 'တခြားစကားပြန်',
  wrongLanguage: 'ကိုယ့်ဘာသာစကား မဟုတ်ပါဘူး',
};
export const replies = replyLines('အဖြေပေးရန် -', answers);
export const where = 'နေရာ - {place}{who, select, yes {\nစကားပြန် - {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  // In step with the English: these four offer as many answers as its second version.
  ...drafts(2, {
    'confirmed.neutral': `သင့်ရက်ချိန်း - {when}${replies.neutral}`,
    'confirmed.private': `{clinic} မှာ သင့်ရက်ချိန်း - {when}\n${where}${replies.private}`,
    'reminder.neutral': `သင့်ရက်ချိန်းကို သတိပေးပါတယ် - {when}${replies.neutral}`,
    'reminder.private': `{clinic} မှာ သင့်ရက်ချိန်းကို သတိပေးပါတယ် - {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'သင့်စာ ရောက်ပါပြီ။',
    'help.private': 'ဒီစာကို {clinic} က ပို့တာပါ။{phoned, select, yes {\nဖုန်း - {phone}} other {}}',
    'supporter.neutral': 'ရက်ချိန်း - {when}',
    'supporter.private': '{clinic} မှာ {patient} ရဲ့ ရက်ချိန်း - {when}\nနေရာ - {place}',
    'subject.neutral': 'စာတစ်စောင်',
    'subject.private': 'သင့်ရက်ချိန်း - {date}',
    'changed.neutral': 'သင့်ရက်ချိန်း အချိန်ပြောင်းသွားပါပြီ။ အချိန်အသစ် - {when}',
    'changed.private': `{clinic} မှာ သင့်ရက်ချိန်း ပြောင်းသွားပါပြီ။ အခု - {when}\n${where}`,
    'cancelled.neutral': 'ဒီရက်ချိန်း မရှိတော့ပါဘူး - {when}',
    'cancelled.private': '{clinic} မှာ သင့်ရက်ချိန်း မရှိတော့ပါဘူး - {when}',
    'interpreterFound.private': 'သင့်ကို ကူညီမယ့် စကားပြန် ရှိပါပြီ - {interpreter}\n{clinic} မှာ သင့်ရက်ချိန်း - {when}',
    'interpreterChanged.private': 'သင့်အတွက် စကားပြန်အသစ် - {interpreter}\n{clinic} မှာ သင့်ရက်ချိန်း - {when}',
    'interpreterLost.private': 'သင့်စကားပြန် မလာနိုင်ပါဘူး။ တခြားတစ်ယောက် ရှာနေပါတယ်။\n{clinic} မှာ သင့်ရက်ချိန်း - {when}',
    'runningLate.neutral': '{minutes} မိနစ်လောက် နောက်ကျပြီးမှ စပါမယ် - {when}',
    'runningLate.private': '{clinic} မှာ သင့်ရက်ချိန်းကို {minutes} မိနစ်လောက် နောက်ကျပြီးမှ စပါမယ် - {when}',
    'missed.neutral': `သင့်ကို မတွေ့လိုက်ရပါဘူး - {when}${replies.afterwards}`,
    'missed.private': `{clinic} မှာ သင့်ကို မတွေ့လိုက်ရပါဘူး - {when}\nလာဖို့ ဘာအခက်အခဲ ရှိခဲ့ပါသလဲ။ ကျွန်ုပ်တို့ဆီ စာရေးနိုင်ပါတယ်။${replies.afterwards}`,
    'preparation.private': '{clinic} မှာ သင့်ရက်ချိန်း ရှိပါတယ်၊ {when} - လာတဲ့အခါ သင့်ဆေးတွေနဲ့ ကျန်းမာရေးစာရွက်တွေကို ယူလာပါ။',
    'whichLanguage.private': 'ဘယ်ဘာသာစကားကို အကောင်းဆုံး ပြောတတ်ပါသလဲ။ အဲဒီဘာသာစကားရဲ့ အမည်ကို ပြန်ပို့ပေးပါ။',
    'numberCheck.neutral': 'ဒီဖုန်းနံပါတ်ကို သင် ဆက်သုံးနေပါသလား။ စာတစ်လုံးလောက် ပြန်ပို့ပေးပါ။',
    'optedOut.neutral': 'ဒီနံပါတ်ကို စာထပ်မပို့တော့ပါဘူး။',
    'understood.neutral': 'သင့်အဖြေ ရောက်ပါပြီ - {answer}',
    'understood.private': 'သင့်အဖြေ ရောက်ပါပြီ - {answer}\n{clinic} မှာ သင့်ရက်ချိန်း - {when}',
  }),
};
