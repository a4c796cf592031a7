import { drafts, type SpokenTexts } from '../catalog';

/** What a machine's voice says on the phone. */
export const spoken: SpokenTexts = {
  voice: { language: 'tr-TR', name: 'Polly.Filiz' },
  speakers: ['tur'],
  when: '{weekday}, {month}. ayın {day}. günü, saat {time}, {part}',
  texts: drafts(1, {
    'confirmed.neutral': 'İyi günler. Randevunuz: {when}.',
    'confirmed.private': 'İyi günler. {clinic} randevunuz: {when}. Yer: {place}. {who, select, yes {Tercüman: {interpreter}.} other {}}',
    'reminder.neutral': 'İyi günler. Randevunuzu hatırlatırız: {when}.',
    'reminder.private': 'İyi günler. {clinic} randevunuzu hatırlatırız: {when}. Yer: {place}. {who, select, yes {Tercüman: {interpreter}.} other {}}',
    'changed.neutral': 'İyi günler. Randevunuzun yeni zamanı: {when}.',
    'changed.private': 'İyi günler. {clinic} randevunuzun yeni zamanı: {when}. Yer: {place}.',
    'cancelled.neutral': 'İyi günler. Bu randevu gerçekleşmeyecek: {when}.',
    'cancelled.private': 'İyi günler. {clinic} randevunuz gerçekleşmeyecek: {when}.',
    press: '{answer} demek için {digit} tuşuna basın.',
    noMoreCalls: 'Bir daha aranmamak için {digit} tuşuna basın.',
    thanks: 'Teşekkür ederiz. Hoşça kalın.',
  }),
};
