import { type LanguageFacts, words } from '../catalog';

/** Burmese as it is politely spoken, in Unicode and never in Zawgyi; the patient's answers name no “I”, which would say woman or man. */
export const language: LanguageFacts = {
  language: 'my',
  lang: 'my',
  dir: 'ltr',
  autonym: 'မြန်မာ',
  englishName: 'Burmese',
  numbering: 'latn',
  // Not Rakhine, and no Karen, Chin, Kachin, Shan, Mon or Rohingya: they are asked what they read.
  readers: ['mya'],
  calendar: {
    weekdays: ['တနင်္လာ', 'အင်္ဂါ', 'ဗုဒ္ဓဟူး', 'ကြာသပတေး', 'သောကြာ', 'စနေ', 'တနင်္ဂနွေ'],
    partsOfDay: {
      afterMidnight: 'သန်းခေါင်ကျော်',
      morning: 'နံနက်',
      midday: 'နေ့လယ်',
      afternoon: 'မွန်းလွဲ',
      evening: 'ညနေ',
      night: 'ည',
    },
    // As people say it: only months of this calendar have numbers, those of the Burmese one have names.
    style: { kind: 'worded', words: '{year}\u00a0ခုနှစ်၊ {month}\u00a0လပိုင်း၊ {day}\u00a0ရက်' },
    date: '{date}၊ {weekday}နေ့',
    time: '{part}\u00a0{time} နာရီ',
    when: '{date}၊ {time}',
  },
  replyWords: {
    coming: ['ဟုတ်ကဲ့', 'လာမယ်', 'လာပါမည်', 'ဟုတ်ကဲ့ လာပါမယ်', 'လာနိုင်ပါတယ်', 'လာနိုင်တယ်'],
    cannotCome: ['မလာနိုင်ပါ', 'မလာနိုင်ဘူး', 'မလာပါဘူး', 'မလာဘူး', 'မလာတော့ပါဘူး', 'မလာတော့ဘူး'],
    callMe: ['ဖုန်းဆက်ပါ', 'ဖုန်းခေါ်ပါ', 'ဖုန်းခေါ်ပေးပါ'],
    anotherTime: ['တခြားအချိန်', 'အခြားအချိန်', 'အချိန်ပြောင်းချင်တယ်', 'အချိန်ပြောင်းချင်ပါတယ်', 'တခြားအချိန် လိုချင်တယ်'],
    anotherInterpreter: ['တခြားစကားပြန်', 'အခြားစကားပြန်', 'စကားပြန်ပြောင်းချင်တယ်', 'စကားပြန်ပြောင်းချင်ပါတယ်', 'တခြားစကားပြန် လိုချင်တယ်'],
    wrongLanguage: ['ကိုယ့်ဘာသာစကား မဟုတ်ပါဘူး', 'ကိုယ့်ဘာသာစကား မဟုတ်ဘူး', 'ဘာသာစကား မှားနေတယ်', 'ဘာသာစကား မှားနေပါတယ်'],
    help: ['ကူညီပါ', 'ကူညီပေးပါ', 'အကူအညီ'],
    // “ဖျက်” is left out: it may as well mean the appointment.
    stop: ['စာမပို့ပါနဲ့', 'စာမပို့ပါနဲ့တော့', 'စာပို့တာ ရပ်ပါ'],
  },
  marks: {
    letters: /^[က-အဣ-ဧဩဪဿ]$/u,
    // Signs of Mon, Karen and Shan, which are also the shapes of Zawgyi.
    never: /[ဢဨဳ-ဵၐ-႙ႚ-႟]/u,
    always: /ပါ|ဘူး|ရက်ချိန်း|သင်|သင့်/u,
    alwaysFrom: 12,
    months: words(
      'ဇန်နဝါရီ ဖေဖော်ဝါရီ မတ်လ ဧပြီ မေလ ဇွန် ဇူလိုင် ဩဂုတ် စက်တင်ဘာ အောက်တိုဘာ နိုဝင်ဘာ ဒီဇင်ဘာ တန်ခူး ကဆုန် နယုန် ဝါဆို ဝါခေါင် တော်သလင်း သီတင်းကျွတ် တန်ဆောင်မုန်း နတ်တော် ပြာသို တပို့တွဲ တပေါင်း',
    ),
    telling: words('ဆေး ဆရာဝန် သမားတော် ကျန်းမာရေး စကားပြန် ဘာသာပြန် လူနာ ကုသ သူနာပြု ခွဲစိတ် ရောဂါ'),
  },
};
