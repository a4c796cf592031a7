import { drafts, type SpokenTexts } from '../catalog';

/** What a machine's voice says on the phone. */
export const spoken: SpokenTexts = {
  voice: { language: 'ro-RO', name: 'Polly.Carmen' },
  // Moldovan is heard as Romanian, whatever its readers read.
  speakers: ['ron', 'ron:moldovan'],
  when: '{weekday}, ziua {day} din luna {month}, ora {time}, {part}',
  texts: drafts(1, {
    'confirmed.neutral': 'Bună ziua. Programarea dumneavoastră: {when}.',
    'confirmed.private': 'Bună ziua. Programarea dumneavoastră la {clinic}: {when}. Locul: {place}. {who, select, yes {Interpretul: {interpreter}.} other {}}',
    'reminder.neutral': 'Bună ziua. Vă amintim de programarea dumneavoastră: {when}.',
    'reminder.private': 'Bună ziua. Vă amintim de programarea dumneavoastră la {clinic}: {when}. Locul: {place}. {who, select, yes {Interpretul: {interpreter}.} other {}}',
    'changed.neutral': 'Bună ziua. Ora programării dumneavoastră s-a schimbat: {when}.',
    'changed.private': 'Bună ziua. Ora programării dumneavoastră la {clinic} s-a schimbat: {when}. Locul: {place}.',
    'cancelled.neutral': 'Bună ziua. Această programare nu va mai avea loc: {when}.',
    'cancelled.private': 'Bună ziua. Programarea dumneavoastră la {clinic} nu va mai avea loc: {when}.',
    press: 'Ca să spuneți: {answer}, apăsați {digit}.',
    noMoreCalls: 'Ca să nu vă mai sunăm, apăsați {digit}.',
    thanks: 'Mulțumim. La revedere.',
  }),
};
