import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'geleceğim',
  cannotCome: 'gelemeyeceğim',
  callMe: 'beni arayın',
  anotherTime: 'başka bir zaman',
  anotherInterpreter: 'başka bir tercüman',
  wrongLanguage: 'benim dilim değil',
};
export const replies = replyLines('Cevap:', answers);
export const where = 'Yer: {place}{who, select, yes {\nTercüman: {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  ...drafts(2, {
    'confirmed.neutral': `Randevunuz: {when}${replies.neutral}`,
    'confirmed.private': `{clinic} randevunuz: {when}\n${where}${replies.private}`,
    'reminder.neutral': `Randevunuzu hatırlatırız: {when}${replies.neutral}`,
    'reminder.private': `{clinic} randevunuzu hatırlatırız: {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'Mesajınız geldi.',
    'help.private': 'Bu mesajı gönderen: {clinic}{phoned, select, yes {\nTelefon: {phone}} other {}}',
    'supporter.neutral': 'Randevu: {when}',
    'supporter.private': '{patient} için randevu, {clinic}: {when}\nYer: {place}',
    'subject.neutral': 'Mesaj',
    'subject.private': 'Randevunuz: {date}',
    'changed.neutral': 'Randevunuzun zamanı değişti. Yeni zaman: {when}',
    'changed.private': `{clinic} randevunuz değişti. Yeni zaman: {when}\n${where}`,
    'cancelled.neutral': 'Bu randevu gerçekleşmeyecek: {when}',
    'cancelled.private': '{clinic} randevunuz gerçekleşmeyecek: {when}',
    'interpreterFound.private': 'Size bir tercüman bulundu: {interpreter}\n{clinic} randevunuz: {when}',
    'interpreterChanged.private': 'Tercümanınız değişti. Yeni tercümanınız: {interpreter}\n{clinic} randevunuz: {when}',
    'interpreterLost.private': 'Tercümanınız gelemiyor. Başka bir tercüman arıyoruz.\n{clinic} randevunuz: {when}',
    'runningLate.neutral': 'Yaklaşık {minutes}\u00a0dk geç başlayacak: {when}',
    'runningLate.private': '{clinic} randevunuz yaklaşık {minutes}\u00a0dk geç başlayacak: {when}',
    'missed.neutral': `Sizinle görüşemedik: {when}${replies.afterwards}`,
    'missed.private': `Sizi {clinic} randevunuzda göremedik: {when}\nGelmenizi ne zorlaştırdı? Bize yazabilirsiniz.${replies.afterwards}`,
    'preparation.private': '{clinic} randevunuzdan önce, {when}: lütfen ilaçlarınızı ve sağlık belgelerinizi yanınızda getirin.',
    'whichLanguage.private': 'En iyi hangi dili konuşuyorsunuz? Lütfen bu dilin adını yazarak cevap verin.',
    'numberCheck.neutral': 'Bu numara hâlâ sizin mi? Lütfen herhangi bir kelimeyle cevap verin.',
    'optedOut.neutral': 'Bu numaraya artık mesaj gelmeyecek.',
    'understood.neutral': 'Cevabınız geldi: {answer}',
    'understood.private': 'Cevabınız geldi: {answer}\n{clinic} randevunuz: {when}',
  }),
};
