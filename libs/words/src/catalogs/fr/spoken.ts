import { drafts, type SpokenTexts } from '../catalog';

/** What a machine's voice says on the phone. */
export const spoken: SpokenTexts = {
  voice: { language: 'fr-FR', name: 'Polly.Celine' },
  speakers: ['fra'],
  when: '{weekday}, le {day} du mois {month}, à {time}, {part}',
  texts: drafts(1, {
    'confirmed.neutral': 'Bonjour. Votre rendez-vous\u00a0: {when}.',
    'confirmed.private': 'Bonjour. Votre rendez-vous à {clinic}\u00a0: {when}. Le lieu\u00a0: {place}. {who, select, yes {L’interprète\u00a0: {interpreter}.} other {}}',
    'reminder.neutral': 'Bonjour. Un rappel de votre rendez-vous\u00a0: {when}.',
    'reminder.private': 'Bonjour. Un rappel de votre rendez-vous à {clinic}\u00a0: {when}. Le lieu\u00a0: {place}. {who, select, yes {L’interprète\u00a0: {interpreter}.} other {}}',
    'changed.neutral': 'Bonjour. L’horaire de votre rendez-vous a changé\u00a0: {when}.',
    'changed.private': 'Bonjour. L’horaire de votre rendez-vous à {clinic} a changé\u00a0: {when}. Le lieu\u00a0: {place}.',
    'cancelled.neutral': 'Bonjour. Ce rendez-vous n’aura pas lieu\u00a0: {when}.',
    'cancelled.private': 'Bonjour. Votre rendez-vous à {clinic} n’aura pas lieu\u00a0: {when}.',
    press: 'Pour dire\u00a0: {answer}, appuyez sur {digit}.',
    noMoreCalls: 'Pour ne plus recevoir d’appels, appuyez sur {digit}.',
    thanks: 'Merci. Au revoir.',
  }),
};
