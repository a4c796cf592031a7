import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `لديك موعد في {clinic}.\nمتى: {when}\n${where}${replies.private}`,
  reminder: `نذكّرك بموعدك في {clinic}.\nمتى: {when}\n${where}${replies.private}`,
  answerByPhone: 'للجواب بالهاتف: {phone}',
  changed: `تغيّر موعدك في {clinic}.\nالوقت الجديد: {when}\n${where}`,
  cancelled: 'لن يتم موعدك في {clinic}: {when}\nلا حاجة إلى المجيء. لطلب موعد جديد نرجو الاتصال بنا.{phoned, select, yes {\nالهاتف: {phone}} other {}}',
  interpreterFound: 'وجدنا من يترجم لك في موعدك في {clinic}.\nالترجمة الشفوية: {interpreter}\nمتى: {when}',
  interpreterChanged: 'سيترجم لك شخص آخر في موعدك في {clinic}.\nالترجمة الشفوية: {interpreter}\nمتى: {when}',
  interpreterLost: 'لا يستطيع الشخص المكلّف بالترجمة حضور موعدك في {clinic}. نبحث عن شخص آخر وسنخبرك.\nمتى: {when}',
  missed: 'لم نرك في {clinic}: {when}\nنود أن نعرف ما الذي صعّب عليك المجيء كي نساعدك. اتصال منك يكفي لنجد وقتًا جديدًا.{phoned, select, yes {\nالهاتف: {phone}} other {}}',
  preparation: 'قبل موعدك في {clinic}: {when}\nنرجو إحضار أدويتك وأوراقك الطبية.',
  rights: 'لك الحق في ترجمة شفوية مجانية. من يترجم لك يحفظ السر. يمكنك طلب شخص آخر دون ذكر السبب.',
  assurance: 'الترجمة الشفوية مجانية وسرية. يمكنك طلب شخص آخر.',
  interpreterJoins: '{modality, select, video {تكون الترجمة الشفوية بالفيديو.} phone {تكون الترجمة الشفوية بالهاتف.} other {يكون من يترجم لك معك في المكان نفسه.}}',
  callUs: 'للاتصال بنا: {phone}',
});
