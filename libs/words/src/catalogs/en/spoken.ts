import { sources, type SpokenTexts } from '../catalog';

/** What a machine's voice says on the phone. */
export const spoken: SpokenTexts = {
  voice: { language: 'en-GB', name: 'Polly.Amy' },
  speakers: ['eng'],
  when: '{weekday}, day {day} of month {month}, at {time}, {part}',
  texts: sources(1, {
    'confirmed.neutral': 'Hello. Your appointment: {when}.',
    'confirmed.private': 'Hello. Your appointment at {clinic}: {when}. The place: {place}. {who, select, yes {The interpreter: {interpreter}.} other {}}',
    'reminder.neutral': 'Hello. A reminder of your appointment: {when}.',
    'reminder.private': 'Hello. A reminder of your appointment at {clinic}: {when}. The place: {place}. {who, select, yes {The interpreter: {interpreter}.} other {}}',
    'changed.neutral': 'Hello. Your appointment has a new time: {when}.',
    'changed.private': 'Hello. Your appointment at {clinic} has a new time: {when}. The place: {place}.',
    'cancelled.neutral': 'Hello. This appointment will not take place: {when}.',
    'cancelled.private': 'Hello. Your appointment at {clinic} will not take place: {when}.',
    press: 'To say: {answer}, press {digit}.',
    noMoreCalls: 'For no more calls, press {digit}.',
    thanks: 'Thank you. Goodbye.',
  }),
};
