import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'я прийду',
  cannotCome: 'я не зможу прийти',
  callMe: 'зателефонуйте мені',
  anotherTime: 'інший час',
  anotherInterpreter: 'інший перекладач',
  wrongLanguage: 'не моя мова',
};
export const replies = replyLines('Відповідь:', answers);
export const where = 'Місце: {place}{who, select, yes {\nУсний переклад: {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  ...drafts(2, {
    'confirmed.neutral': `Ваша зустріч: {when}${replies.neutral}`,
    'confirmed.private': `Ваш візит до {clinic}: {when}\n${where}${replies.private}`,
    'reminder.neutral': `Нагадування про вашу зустріч: {when}${replies.neutral}`,
    'reminder.private': `Нагадування про ваш візит до {clinic}: {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'Ваше повідомлення отримано.',
    'help.private': 'Це повідомлення надіслано: {clinic}{phoned, select, yes {\nТелефон: {phone}} other {}}',
    'supporter.neutral': 'Зустріч: {when}',
    'supporter.private': '{patient}: візит до {clinic}, {when}\nМісце: {place}',
    'subject.neutral': 'Повідомлення',
    'subject.private': 'Ваша зустріч: {date}',
  }),
  ...drafts(1, {
    'changed.neutral': 'Час вашої зустрічі змінено. Новий час: {when}',
    'changed.private': `Ваш візит до {clinic} перенесено. Тепер: {when}\n${where}`,
    'cancelled.neutral': 'Ця зустріч не відбудеться: {when}',
    'cancelled.private': 'Ваш візит до {clinic} не відбудеться: {when}',
    'interpreterFound.private': 'Усно перекладатиме для вас: {interpreter}\nВаш візит до {clinic}: {when}',
    'interpreterChanged.private': 'Тепер усно перекладатиме для вас: {interpreter}\nВаш візит до {clinic}: {when}',
    'interpreterLost.private': 'Перекладач не зможе прийти. Ми шукаємо іншого.\nВаш візит до {clinic}: {when}',
    'runningLate.neutral': 'Початок буде приблизно на {minutes} хв пізніше: {when}',
    'runningLate.private': 'Ваш візит до {clinic} почнеться приблизно на {minutes} хв пізніше: {when}',
    'missed.neutral': `Ми вас не побачили: {when}${replies.afterwards}`,
    'missed.private': `Ми не побачили вас у {clinic}: {when}\nЩо завадило вам прийти? Ви можете нам написати.${replies.afterwards}`,
    'preparation.private': 'Перед візитом до {clinic}, {when}: візьміть, будь ласка, свої ліки та медичні документи.',
    'whichLanguage.private': 'Якою мовою вам найзручніше говорити? Напишіть, будь ласка, її назву у відповідь.',
    'numberCheck.neutral': 'Цей номер досі ваш? Дайте, будь ласка, відповідь будь-яким словом.',
    'optedOut.neutral': 'На цей номер більше не надходитимуть повідомлення.',
    'understood.neutral': 'Вашу відповідь отримано: {answer}',
    'understood.private': 'Вашу відповідь отримано: {answer}\nВаш візит до {clinic}: {when}',
  }),
};
