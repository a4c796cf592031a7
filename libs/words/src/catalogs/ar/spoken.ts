import { drafts, type SpokenTexts } from '../catalog';

/** What a machine's voice says on the phone. */
export const spoken: SpokenTexts = {
  voice: { language: 'arb', name: 'Polly.Zeina' },
  speakers: [],
  when: '{weekday}، اليوم {day} من الشهر {month}، الساعة {time}، {part}',
  texts: drafts(1, {
    'confirmed.neutral': 'السلام عليكم. موعدك: {when}.',
    'confirmed.private': 'السلام عليكم. موعدك في {clinic}: {when}. المكان: {place}. {who, select, yes {الترجمة الشفوية: {interpreter}.} other {}}',
    'reminder.neutral': 'السلام عليكم. تذكير بموعدك: {when}.',
    'reminder.private': 'السلام عليكم. تذكير بموعدك في {clinic}: {when}. المكان: {place}. {who, select, yes {الترجمة الشفوية: {interpreter}.} other {}}',
    'changed.neutral': 'السلام عليكم. لموعدك وقت جديد: {when}.',
    'changed.private': 'السلام عليكم. لموعدك في {clinic} وقت جديد: {when}. المكان: {place}.',
    'cancelled.neutral': 'السلام عليكم. لن يتم هذا الموعد: {when}.',
    'cancelled.private': 'السلام عليكم. لن يتم موعدك في {clinic}: {when}.',
    press: 'للجواب: {answer}، اضغط الرقم {digit}.',
    noMoreCalls: 'لإنهاء هذه المكالمات، اضغط الرقم {digit}.',
    thanks: 'شكرًا. مع السلامة.',
  }),
};
