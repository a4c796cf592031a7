import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `Randevûyeke we li {clinic} heye.\nKengî: {when}\n${where}${replies.private}`,
  reminder: `Em randevûya we ya li {clinic} bi bîra we dixin.\nKengî: {when}\n${where}${replies.private}`,
  answerByPhone: 'Ji bo bersivê telefon bikin: {phone}',
  changed: `Randevûya we li {clinic} hate guhertin.\nDema nû: {when}\n${where}`,
  cancelled: 'Randevûya we li {clinic} pêk nayê: {when}\nNe hewce ye ku hûn bên. Ji bo randevûyeke nû, ji kerema xwe telefonî me bikin.{phoned, select, yes {\nTelefon: {phone}} other {}}',
  interpreterFound: 'Me ji bo randevûya we li {clinic} wergêrek dît.\nWergêr: {interpreter}\nKengî: {when}',
  interpreterChanged: 'Wergêrekî din wê bê randevûya we li {clinic}.\nWergêr: {interpreter}\nKengî: {when}',
  interpreterLost: 'Wergêrê randevûya we li {clinic} nikare bê. Em li yekî din digerin û em ê ji we re bibêjin.\nKengî: {when}',
  missed: 'Me hûn li {clinic} nedîtin: {when}\nEm dixwazin bizanin çi hatina we zehmet kir, da ku em alîkariya we bikin. Telefonî me bikin, em ê demeke nû bibînin.{phoned, select, yes {\nTelefon: {phone}} other {}}',
  preparation: 'Berî randevûya we li {clinic}: {when}\nJi kerema xwe dermanên xwe û kaxezên xwe yên tenduristiyê bi xwe re bînin.',
  rights: 'Mafê we heye ku hûn wergêrekî bixwazin. Hûn ji bo wî pere nadin. Wergêr tiştên ku dibihîze ji kesî re nabêje. Hûn dikarin bêyî ku sedemê bibêjin yekî din bixwazin.',
  assurance: 'Hûn ji bo wergêrî pere nadin. Wergêr tiştên ku dibihîze ji kesî re nabêje. Hûn dikarin yekî din bixwazin.',
  interpreterJoins: '{modality, select, video {Wergêrê we wê bi vîdyoyê beşdar bibe.} phone {Wergêrê we wê bi telefonê beşdar bibe.} other {Wergêrê we wê li wir bi we re be.}}',
  callUs: 'Telefonî me bikin: {phone}',
});
