import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `Aveți o programare la {clinic}.\nCând: {when}\n${where}${replies.private}`,
  reminder: `Vă amintim de programarea dumneavoastră la {clinic}.\nCând: {when}\n${where}${replies.private}`,
  answerByPhone: 'Ca să răspundeți, sunați la: {phone}',
  changed: `Programarea dumneavoastră la {clinic} s-a schimbat.\nOra nouă: {when}\n${where}`,
  cancelled: 'Programarea dumneavoastră la {clinic} nu va mai avea loc: {when}\nNu este nevoie să veniți. Pentru o nouă programare, vă rugăm să ne sunați.{phoned, select, yes {\nTelefon: {phone}} other {}}',
  interpreterFound: 'Am găsit un interpret pentru programarea dumneavoastră la {clinic}.\nInterpret: {interpreter}\nCând: {when}',
  interpreterChanged: 'La programarea dumneavoastră la {clinic} va veni alt interpret.\nInterpret: {interpreter}\nCând: {when}',
  interpreterLost: 'Interpretul pentru programarea dumneavoastră la {clinic} nu poate veni. Căutăm pe altcineva și vă vom anunța.\nCând: {when}',
  missed: 'Nu v-am văzut la {clinic}: {when}\nAm vrea să știm ce v-a împiedicat să veniți, ca să vă putem ajuta. Sunați-ne și vom găsi altă oră.{phoned, select, yes {\nTelefon: {phone}} other {}}',
  preparation: 'Înainte de programarea dumneavoastră la {clinic}: {when}\nVă rugăm să aduceți medicamentele și actele medicale.',
  rights: 'Aveți dreptul la un interpret. Nu plătiți nimic. Interpretul nu spune nimănui ce aude. Puteți cere alt interpret fără să spuneți de ce.',
  assurance: 'Interpretul este gratuit și nu spune nimănui ce aude. Puteți cere alt interpret.',
  interpreterJoins: '{modality, select, video {Interpretul va fi cu dumneavoastră prin video.} phone {Interpretul va fi cu dumneavoastră la telefon.} other {Interpretul va fi acolo cu dumneavoastră.}}',
  callUs: 'Sunați-ne: {phone}',
});
