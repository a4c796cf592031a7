import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'je viendrai',
  cannotCome: 'je ne peux pas venir',
  callMe: 'appelez-moi',
  anotherTime: 'un autre horaire',
  anotherInterpreter: 'un autre interprète',
  wrongLanguage: 'ce n’est pas ma langue',
};
export const replies = replyLines('Répondez\u00a0:', answers);
export const where = 'Lieu\u00a0: {place}{who, select, yes {\nInterprète\u00a0: {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  ...drafts(2, {
    'confirmed.neutral': `Votre rendez-vous\u00a0: {when}${replies.neutral}`,
    'confirmed.private': `Votre rendez-vous à {clinic}\u00a0: {when}\n${where}${replies.private}`,
    'reminder.neutral': `Rappel de votre rendez-vous\u00a0: {when}${replies.neutral}`,
    'reminder.private': `Rappel de votre rendez-vous à {clinic}\u00a0: {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'Votre message est arrivé.',
    'help.private': 'Ce message vient de {clinic}.{phoned, select, yes {\nTéléphone\u00a0: {phone}} other {}}',
    'supporter.neutral': 'Rendez-vous\u00a0: {when}',
    'supporter.private': 'Rendez-vous de {patient} à {clinic}\u00a0: {when}\nLieu\u00a0: {place}',
    'subject.neutral': 'Un message',
    'subject.private': 'Votre rendez-vous\u00a0: {date}',
    'changed.neutral': 'L’horaire de votre rendez-vous a changé. Nouvel horaire\u00a0: {when}',
    'changed.private': `Votre rendez-vous à {clinic} a changé. Nouvel horaire\u00a0: {when}\n${where}`,
    'cancelled.neutral': 'Ce rendez-vous n’aura pas lieu\u00a0: {when}',
    'cancelled.private': 'Votre rendez-vous à {clinic} n’aura pas lieu\u00a0: {when}',
    'interpreterFound.private': 'Votre interprète sera\u00a0: {interpreter}\nVotre rendez-vous à {clinic}\u00a0: {when}',
    'interpreterChanged.private': 'Votre interprète a changé. Ce sera\u00a0: {interpreter}\nVotre rendez-vous à {clinic}\u00a0: {when}',
    'interpreterLost.private': 'Votre interprète ne peut pas venir. Nous cherchons quelqu’un d’autre.\nVotre rendez-vous à {clinic}\u00a0: {when}',
    'runningLate.neutral': 'Cela commencera environ {minutes}\u00a0min plus tard\u00a0: {when}',
    'runningLate.private': 'Votre rendez-vous à {clinic} commencera environ {minutes}\u00a0min plus tard\u00a0: {when}',
    'missed.neutral': `Nous n’avons pas pu vous voir\u00a0: {when}${replies.afterwards}`,
    'missed.private': `Nous n’avons pas pu vous voir à {clinic}\u00a0: {when}\nQu’est-ce qui a rendu votre venue difficile\u00a0? Vous pouvez nous écrire.${replies.afterwards}`,
    'preparation.private': 'Avant votre rendez-vous à {clinic}, {when}\u00a0: apportez, s’il vous plaît, vos médicaments et vos papiers de santé.',
    'whichLanguage.private': 'Quelle langue parlez-vous le mieux\u00a0? Répondez, s’il vous plaît, avec le nom de cette langue.',
    'numberCheck.neutral': 'Ce numéro est-il toujours le vôtre\u00a0? Répondez, s’il vous plaît, avec n’importe quel mot.',
    'optedOut.neutral': 'Plus aucun message n’arrivera à ce numéro.',
    'understood.neutral': 'Votre réponse est arrivée\u00a0: {answer}',
    'understood.private': 'Votre réponse est arrivée\u00a0: {answer}\nVotre rendez-vous à {clinic}\u00a0: {when}',
  }),
};
