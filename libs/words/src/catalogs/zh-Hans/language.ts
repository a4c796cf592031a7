import { type LanguageFacts, words } from '../catalog';
import { simplifiedLetter } from '../han';

/** Standard written Chinese in Simplified characters, addressed with 您; what its readers speak is another question. */
export const language: LanguageFacts = {
  language: 'zh-Hans',
  lang: 'zh-Hans',
  dir: 'ltr',
  autonym: '简体中文',
  englishName: 'Chinese (Simplified)',
  numbering: 'latn',
  // By the characters that somebody reads and not by what they speak: Mandarin and Cantonese are written in either.
  readers: ['zho:hans'],
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
    style: { kind: 'worded', words: '{year}年{month}月{day}日' },
    date: '{date}（{weekday}）',
    time: '{part}\u00a0{time}',
    when: '{date}{time}',
  },
  replyWords: {
    coming: ['是', '是的', '能来', '我能来', '会来', '我来', '我会去', '可以来'],
    cannotCome: ['不', '不能来', '不来', '我不来', '我不能去', '来不了', '我来不了', '我去不了'],
    callMe: ['打电话给我', '请打电话给我', '给我打电话', '请打电话', '请回电'],
    anotherTime: ['换个时间', '换时间', '改时间', '我想换个时间', '我想改时间'],
    anotherInterpreter: ['换一位口译员', '换口译员', '我想换口译员', '换翻译', '换个翻译', '我想换翻译'],
    wrongLanguage: ['不是我的语言', '语言不对', '语言错了'],
    help: ['帮助', '帮帮我', '请帮助我'],
    // “取消” is left out: it may as well mean the appointment.
    stop: ['退订', '停止发送', '停止发送消息', '不要再发消息', '不要再发了'],
  },
  marks: {
    letters: simplifiedLetter,
    never: null,
    always: /[约这时间员译请发们话语还个样来为应]/u,
    alwaysFrom: 10,
    // Months have numbers; these are months of the lunar calendar.
    months: words('正月 冬月 腊月 闰月 农历 阴历'),
    telling: words('诊所 诊疗 门诊 医院 医生 医疗 大夫 健康 护士 口译 翻译 译员 病人 患者 治疗 看病 药'),
  },
};
