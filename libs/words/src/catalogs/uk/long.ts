import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `Вас записано на візит до {clinic}.\nКоли: {when}\n${where}${replies.private}`,
  reminder: `Нагадуємо про ваш візит до {clinic}.\nКоли: {when}\n${where}${replies.private}`,
  answerByPhone: 'Щоб відповісти, зателефонуйте: {phone}',
  changed: `Ваш візит до {clinic} перенесено.\nНовий час: {when}\n${where}`,
  cancelled: 'Ваш візит до {clinic} не відбудеться: {when}\nПриходити не потрібно. Щоб отримати новий час, зателефонуйте нам.{phoned, select, yes {\nТелефон: {phone}} other {}}',
  interpreterFound: 'Ми знайшли перекладача для вашого візиту до {clinic}.\nУсний переклад: {interpreter}\nКоли: {when}',
  interpreterChanged: 'На ваш візит до {clinic} прийде інший перекладач.\nУсний переклад: {interpreter}\nКоли: {when}',
  interpreterLost: 'Перекладач для вашого візиту до {clinic} не зможе прийти. Ми шукаємо іншого і повідомимо вас.\nКоли: {when}',
  missed: 'Ми не побачили вас у {clinic}: {when}\nМи хотіли б знати, що завадило вам прийти, щоб допомогти. Зателефонуйте нам, і ми знайдемо новий час.{phoned, select, yes {\nТелефон: {phone}} other {}}',
  preparation: 'Перед візитом до {clinic}: {when}\nВізьміть, будь ласка, свої ліки та медичні документи.',
  rights: 'Ви маєте право на усного перекладача. Це для вас безкоштовно. Перекладач зберігає таємницю. Ви можете попросити іншого, не пояснюючи причини.',
  assurance: 'Послуги перекладача для вас безкоштовні та конфіденційні. Ви можете попросити іншого.',
  interpreterJoins: '{modality, select, video {Перекладач приєднається через відео.} phone {Перекладач приєднається телефоном.} other {Перекладач буде поруч із вами.}}',
  callUs: 'Зателефонуйте нам: {phone}',
});
