import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `Imate termin u ustanovi {clinic}.\nKada: {when}\n${where}${replies.private}`,
  reminder: `Podsjećamo Vas na Vaš termin u ustanovi {clinic}.\nKada: {when}\n${where}${replies.private}`,
  answerByPhone: 'Za odgovor nazovite: {phone}',
  changed: `Vaš termin u ustanovi {clinic} je promijenjen.\nNovo vrijeme: {when}\n${where}`,
  cancelled: 'Vaš termin u ustanovi {clinic} neće se održati: {when}\nNe morate dolaziti. Za novi termin, molimo Vas, nazovite nas.{phoned, select, yes {\nTelefon: {phone}} other {}}',
  interpreterFound: 'Našli smo prevoditelja za Vaš termin u ustanovi {clinic}.\nUsmeni prijevod: {interpreter}\nKada: {when}',
  interpreterChanged: 'Na Vaš termin u ustanovi {clinic} doći će drugi prevoditelj.\nUsmeni prijevod: {interpreter}\nKada: {when}',
  interpreterLost: 'Prevoditelj za Vaš termin u ustanovi {clinic} ne može doći. Tražimo drugog i javit ćemo Vam.\nKada: {when}',
  missed: 'Nismo Vas vidjeli u ustanovi {clinic}: {when}\nHtjeli bismo znati što Vam je otežalo dolazak, da bismo Vam mogli pomoći. Nazovite nas i naći ćemo novi termin.{phoned, select, yes {\nTelefon: {phone}} other {}}',
  preparation: 'Prije Vašeg termina u ustanovi {clinic}: {when}\nMolimo Vas da ponesete svoje lijekove i papire o svom zdravlju.',
  rights: 'Imate pravo na prevoditelja. To Vas ništa ne košta. Prevoditelj nikome ne govori ono što čuje. Možete tražiti drugog i ne morate reći zašto.',
  assurance: 'Prevoditelj je za Vas besplatan i nikome ne govori ono što čuje. Možete tražiti drugog.',
  interpreterJoins: '{modality, select, video {Prevoditelj će biti s Vama preko videa.} phone {Prevoditelj će biti s Vama preko telefona.} other {Prevoditelj će biti tamo s Vama.}}',
  callUs: 'Nazovite nas: {phone}',
});
