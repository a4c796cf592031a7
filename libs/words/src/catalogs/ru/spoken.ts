import { drafts, type SpokenTexts } from '../catalog';

/** What a machine's voice says on the phone. */
export const spoken: SpokenTexts = {
  voice: { language: 'ru-RU', name: 'Polly.Tatyana' },
  speakers: ['rus'],
  when: '{weekday}, число {day}, месяц {month}, время {time}, {part}',
  texts: drafts(1, {
    'confirmed.neutral': 'Здравствуйте. Ваша встреча: {when}.',
    'confirmed.private': 'Здравствуйте. Ваш приём в {clinic}: {when}. Место: {place}. {who, select, yes {Устный перевод: {interpreter}.} other {}}',
    'reminder.neutral': 'Здравствуйте. Напоминание о вашей встрече: {when}.',
    'reminder.private': 'Здравствуйте. Напоминание о вашем приёме в {clinic}: {when}. Место: {place}. {who, select, yes {Устный перевод: {interpreter}.} other {}}',
    'changed.neutral': 'Здравствуйте. Время вашей встречи изменилось. Новое время: {when}.',
    'changed.private': 'Здравствуйте. Ваш приём в {clinic} перенесён: {when}. Место: {place}.',
    'cancelled.neutral': 'Здравствуйте. Эта встреча не состоится: {when}.',
    'cancelled.private': 'Здравствуйте. Ваш приём в {clinic} не состоится: {when}.',
    press: 'Чтобы ответить: {answer}, нажмите {digit}.',
    noMoreCalls: 'Чтобы мы больше не звонили, нажмите {digit}.',
    thanks: 'Спасибо. До свидания.',
  }),
};
