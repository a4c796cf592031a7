import { drafts, type SpokenTexts } from '../catalog';

/** What a machine's voice says on the phone. */
export const spoken: SpokenTexts = {
  voice: { language: 'uk-UA', name: 'Google.uk-UA-Standard-A' },
  speakers: ['ukr'],
  when: '{weekday}, число {day}, місяць {month}, час {time}, {part}',
  texts: drafts(1, {
    'confirmed.neutral': 'Добрий день. Ваша зустріч: {when}.',
    'confirmed.private': 'Добрий день. Ваш візит до {clinic}: {when}. Місце: {place}. {who, select, yes {Усний переклад: {interpreter}.} other {}}',
    'reminder.neutral': 'Добрий день. Нагадування про вашу зустріч: {when}.',
    'reminder.private': 'Добрий день. Нагадування про ваш візит до {clinic}: {when}. Місце: {place}. {who, select, yes {Усний переклад: {interpreter}.} other {}}',
    'changed.neutral': 'Добрий день. Час вашої зустрічі змінено. Новий час: {when}.',
    'changed.private': 'Добрий день. Ваш візит до {clinic} перенесено: {when}. Місце: {place}.',
    'cancelled.neutral': 'Добрий день. Ця зустріч не відбудеться: {when}.',
    'cancelled.private': 'Добрий день. Ваш візит до {clinic} не відбудеться: {when}.',
    press: 'Щоб відповісти: {answer}, натисніть {digit}.',
    noMoreCalls: 'Щоб ми більше не дзвонили, натисніть {digit}.',
    thanks: 'Дякуємо. До побачення.',
  }),
};
