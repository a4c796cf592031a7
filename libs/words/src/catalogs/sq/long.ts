import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `Ju keni një takim në {clinic}.\nKur: {when}\n${where}${replies.private}`,
  reminder: `Ju kujtojmë takimin tuaj në {clinic}.\nKur: {when}\n${where}${replies.private}`,
  answerByPhone: 'Për t’u përgjigjur, telefononi: {phone}',
  changed: `Takimi juaj në {clinic} ndryshoi.\nOra e re: {when}\n${where}`,
  cancelled: 'Takimi juaj në {clinic} nuk do të mbahet: {when}\nNuk keni nevojë të vini. Për të kërkuar një takim tjetër, ju lutemi na telefononi.{phoned, select, yes {\nTelefon: {phone}} other {}}',
  interpreterFound: 'Gjetëm një përkthyes për takimin tuaj në {clinic}.\nPërkthimi me gojë: {interpreter}\nKur: {when}',
  interpreterChanged: 'Në takimin tuaj në {clinic} do të vijë një përkthyes tjetër.\nPërkthimi me gojë: {interpreter}\nKur: {when}',
  interpreterLost: 'Përkthyesi për takimin tuaj në {clinic} nuk mund të vijë. Po kërkojmë një tjetër dhe do t’ju njoftojmë.\nKur: {when}',
  missed: 'Nuk ju pamë në {clinic}: {when}\nDo të donim të dinim çfarë jua vështirësoi ardhjen, që t’ju ndihmojmë. Na telefononi dhe do të gjejmë një kohë tjetër.{phoned, select, yes {\nTelefon: {phone}} other {}}',
  preparation: 'Para takimit tuaj në {clinic}: {when}\nJu lutemi, merrni me vete barnat dhe dokumentet tuaja shëndetësore.',
  rights: 'Ju keni të drejtë të keni një përkthyes. Nuk paguani asgjë. Përkthyesi nuk i tregon askujt atë që dëgjon. Mund të kërkoni një tjetër pa thënë pse.',
  assurance: 'Përkthyesi është falas për ju dhe nuk i tregon askujt atë që dëgjon. Mund të kërkoni një tjetër.',
  interpreterJoins: '{modality, select, video {Përkthyesi do të jetë me ju përmes videos.} phone {Përkthyesi do të jetë me ju përmes telefonit.} other {Përkthyesi do të jetë aty me ju.}}',
  callUs: 'Na telefononi: {phone}',
});
