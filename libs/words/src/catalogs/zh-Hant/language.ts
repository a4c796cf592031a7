import { type LanguageFacts, words } from '../catalog';
import { traditionalLetter } from '../han';

/** Standard written Chinese in Traditional characters, in words that Hong Kong and Taiwan share; not written Cantonese. */
export const language: LanguageFacts = {
  language: 'zh-Hant',
  lang: 'zh-Hant',
  dir: 'ltr',
  autonym: '繁體中文',
  englishName: 'Chinese (Traditional)',
  numbering: 'latn',
  // By the characters that somebody reads and not by what they speak: Mandarin and Cantonese are written in either.
  readers: ['zho:hant'],
  calendar: {
    weekdays: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
    partsOfDay: {
      afterMidnight: '凌晨',
      morning: '上午',
      midday: '中午',
      afternoon: '下午',
      evening: '傍晚',
      night: '晚上',
    },
    // Four digits of a year are never a year of the Republic of China, which has three.
    style: { kind: 'worded', words: '{year}年{month}月{day}日' },
    date: '{date}（{weekday}）',
    time: '{part}\u00a0{time}',
    when: '{date}{time}',
  },
  replyWords: {
    coming: ['是', '是的', '能來', '我能來', '會來', '我來', '我會去', '可以來'],
    cannotCome: ['不', '不能來', '不來', '我不來', '我不能去', '來不了', '我來不了', '我去不了'],
    callMe: ['打電話給我', '請給我打電話', '給我打電話', '請打電話', '請回電'],
    anotherTime: ['改時間', '換時間', '換個時間', '我想改時間', '我想換時間'],
    anotherInterpreter: ['換一位口譯員', '換口譯員', '我想換口譯員', '換傳譯員', '換翻譯', '我想換翻譯'],
    wrongLanguage: ['不是我的語言', '語言不對', '語言錯了'],
    help: ['幫助', '幫幫我', '請幫助我'],
    // 「取消」 is left out: it may as well mean the appointment.
    stop: ['退訂', '停止傳送', '停止傳送訊息', '不要再傳訊息', '不要再傳了'],
  },
  marks: {
    letters: traditionalLetter,
    // Written Cantonese: most of its own characters are none of these letters, and some are.
    never: /[佢冇唔]/u,
    always: /[約這時間員譯請發們話語還個樣來為應]/u,
    alwaysFrom: 10,
    // Months have numbers; these are months of the lunar calendar.
    months: words('正月 冬月 臘月 閏月 農曆 陰曆'),
    telling: words('診所 診療 門診 醫院 醫生 醫師 醫療 大夫 健康 護士 護理 口譯 傳譯 翻譯 譯員 病人 患者 治療 看病 看診 藥'),
  },
};
