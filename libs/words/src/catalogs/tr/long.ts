import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `Bir randevunuz var: {clinic}\nNe zaman: {when}\n${where}${replies.private}`,
  reminder: `{clinic} randevunuzu hatırlatırız.\nNe zaman: {when}\n${where}${replies.private}`,
  answerByPhone: 'Cevap vermek için arayın: {phone}',
  changed: `{clinic} randevunuz değişti.\nYeni zaman: {when}\n${where}`,
  cancelled: '{clinic} randevunuz gerçekleşmeyecek: {when}\nGelmenize gerek yok. Yeni bir randevu için lütfen bizi arayın.{phoned, select, yes {\nTelefon: {phone}} other {}}',
  interpreterFound: '{clinic} randevunuz için bir tercüman bulduk.\nTercüman: {interpreter}\nNe zaman: {when}',
  interpreterChanged: '{clinic} randevunuza başka bir tercüman gelecek.\nTercüman: {interpreter}\nNe zaman: {when}',
  interpreterLost: '{clinic} randevunuzun tercümanı gelemiyor. Başka bir tercüman arıyoruz ve size haber vereceğiz.\nNe zaman: {when}',
  missed: 'Sizi {clinic} randevunuzda göremedik: {when}\nYardımcı olabilmek için gelmenizi neyin zorlaştırdığını bilmek isteriz. Bizi arayın, yeni bir zaman bulalım.{phoned, select, yes {\nTelefon: {phone}} other {}}',
  preparation: '{clinic} randevunuzdan önce: {when}\nLütfen ilaçlarınızı ve sağlık belgelerinizi yanınızda getirin.',
  rights: 'Tercüman istemek hakkınızdır. Bunun için para ödemezsiniz. Tercüman duyduklarını kimseye söylemez. Sebep söylemeden başka bir tercüman isteyebilirsiniz.',
  assurance: 'Tercüman için para ödemezsiniz ve tercüman duyduklarını kimseye söylemez. Başka bir tercüman isteyebilirsiniz.',
  interpreterJoins: '{modality, select, video {Tercümanınız görüntülü görüşmeyle katılacak.} phone {Tercümanınız telefonla katılacak.} other {Tercümanınız orada yanınızda olacak.}}',
  callUs: 'Bizi arayın: {phone}',
});
