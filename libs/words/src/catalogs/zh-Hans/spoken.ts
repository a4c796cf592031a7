import { drafts, type SpokenTexts } from '../catalog';

/** What a machine’s voice says on the phone, in Mandarin. */
export const spoken: SpokenTexts = {
  voice: { language: 'cmn-CN', name: 'Google.cmn-CN-Standard-A' },
  speakers: ['cmn'],
  speakersOnly: true,
  when: '{weekday}，{month}月{day}日，{part}{time}',
  texts: drafts(1, {
    'confirmed.neutral': '您好。您的预约：{when}。',
    'confirmed.private': '您好。您在 {clinic} 的预约：{when}。地点：{place}。{who, select, yes {口译员：{interpreter}。} other {}}',
    'reminder.neutral': '您好。提醒您的预约：{when}。',
    'reminder.private': '您好。提醒您在 {clinic} 的预约：{when}。地点：{place}。{who, select, yes {口译员：{interpreter}。} other {}}',
    'changed.neutral': '您好。您的预约改了时间：{when}。',
    'changed.private': '您好。您在 {clinic} 的预约改了时间：{when}。地点：{place}。',
    'cancelled.neutral': '您好。这次预约已取消：{when}。',
    'cancelled.private': '您好。您在 {clinic} 的预约已取消：{when}。',
    press: '要回答：{answer}，请按 {digit}。',
    noMoreCalls: '如果不想再接到电话，请按 {digit}。',
    thanks: '谢谢。再见。',
  }),
};
