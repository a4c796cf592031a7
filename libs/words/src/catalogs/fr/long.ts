import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `Vous avez un rendez-vous à {clinic}.\nQuand\u00a0: {when}\n${where}${replies.private}`,
  reminder: `Nous vous rappelons votre rendez-vous à {clinic}.\nQuand\u00a0: {when}\n${where}${replies.private}`,
  answerByPhone: 'Pour répondre, appelez le\u00a0: {phone}',
  changed: `Votre rendez-vous à {clinic} a changé.\nNouvel horaire\u00a0: {when}\n${where}`,
  cancelled: 'Votre rendez-vous à {clinic} n’aura pas lieu\u00a0: {when}\nVous n’avez pas besoin de venir. Pour demander un nouveau rendez-vous, appelez-nous, s’il vous plaît.{phoned, select, yes {\nTéléphone\u00a0: {phone}} other {}}',
  interpreterFound: 'Nous avons trouvé un interprète pour votre rendez-vous à {clinic}.\nInterprète\u00a0: {interpreter}\nQuand\u00a0: {when}',
  interpreterChanged: 'Un autre interprète viendra à votre rendez-vous à {clinic}.\nInterprète\u00a0: {interpreter}\nQuand\u00a0: {when}',
  interpreterLost: 'L’interprète de votre rendez-vous à {clinic} ne peut pas venir. Nous cherchons quelqu’un d’autre et nous vous le dirons.\nQuand\u00a0: {when}',
  missed: 'Nous n’avons pas pu vous voir à {clinic}\u00a0: {when}\nNous aimerions savoir ce qui a rendu votre venue difficile, pour pouvoir vous aider. Appelez-nous et nous trouverons un nouvel horaire.{phoned, select, yes {\nTéléphone\u00a0: {phone}} other {}}',
  preparation: 'Avant votre rendez-vous à {clinic}\u00a0: {when}\nApportez, s’il vous plaît, vos médicaments et vos papiers de santé.',
  rights: 'Vous avez droit à un interprète. Cela ne vous coûte rien. L’interprète ne répète rien à personne. Vous pouvez demander quelqu’un d’autre sans dire pourquoi.',
  assurance: 'L’interprète est gratuit pour vous et ne répète rien à personne. Vous pouvez demander quelqu’un d’autre.',
  interpreterJoins: '{modality, select, video {Votre interprète sera avec vous par vidéo.} phone {Votre interprète sera avec vous par téléphone.} other {Votre interprète sera sur place avec vous.}}',
  callUs: 'Appelez-nous\u00a0: {phone}',
});
