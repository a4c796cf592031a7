import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `Imate termin u ustanovi {clinic}.\nKada: {when}\n${where}${replies.private}`,
  reminder: `Podsećamo Vas na Vaš termin u ustanovi {clinic}.\nKada: {when}\n${where}${replies.private}`,
  answerByPhone: 'Za odgovor pozovite: {phone}',
  changed: `Vaš termin u ustanovi {clinic} je promenjen.\nNovo vreme: {when}\n${where}`,
  cancelled: 'Vaš termin u ustanovi {clinic} neće se održati: {when}\nNe morate da dolazite. Za novi termin, molimo Vas, pozovite nas.{phoned, select, yes {\nTelefon: {phone}} other {}}',
  interpreterFound: 'Našli smo prevodioca za Vaš termin u ustanovi {clinic}.\nUsmeni prevod: {interpreter}\nKada: {when}',
  interpreterChanged: 'Na Vaš termin u ustanovi {clinic} doći će drugi prevodilac.\nUsmeni prevod: {interpreter}\nKada: {when}',
  interpreterLost: 'Prevodilac za Vaš termin u ustanovi {clinic} ne može da dođe. Tražimo drugog i javićemo Vam.\nKada: {when}',
  missed: 'Nismo Vas videli u ustanovi {clinic}: {when}\nHteli bismo da znamo šta Vam je otežalo dolazak, da bismo Vam pomogli. Pozovite nas i naći ćemo novi termin.{phoned, select, yes {\nTelefon: {phone}} other {}}',
  preparation: 'Pre Vašeg termina u ustanovi {clinic}: {when}\nMolimo Vas da ponesete svoje lekove i papire o svom zdravlju.',
  rights: 'Imate pravo na prevodioca. To Vas ništa ne košta. Prevodilac nikome ne govori ono što čuje. Možete da tražite drugog i ne morate da kažete zašto.',
  assurance: 'Prevodilac je za Vas besplatan i nikome ne govori ono što čuje. Možete da tražite drugog.',
  interpreterJoins: '{modality, select, video {Prevodilac će biti s Vama preko videa.} phone {Prevodilac će biti s Vama preko telefona.} other {Prevodilac će biti tamo s Vama.}}',
  callUs: 'Pozovite nas: {phone}',
});
