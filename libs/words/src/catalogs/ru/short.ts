import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'я приду',
  cannotCome: 'я не смогу прийти',
  callMe: 'позвоните мне',
  anotherTime: 'другое время',
  anotherInterpreter: 'другой переводчик',
  wrongLanguage: 'не мой язык',
};
export const replies = replyLines('Ответ:', answers);
export const where = 'Место: {place}{who, select, yes {\nУстный перевод: {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  ...drafts(2, {
    'confirmed.neutral': `Ваша встреча: {when}${replies.neutral}`,
    'confirmed.private': `Ваш приём в {clinic}: {when}\n${where}${replies.private}`,
    'reminder.neutral': `Напоминание о вашей встрече: {when}${replies.neutral}`,
    'reminder.private': `Напоминание о вашем приёме в {clinic}: {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'Ваше сообщение получено.',
    'help.private': 'Это сообщение вам отправили из {clinic}.{phoned, select, yes {\nТелефон: {phone}} other {}}',
    'supporter.neutral': 'Встреча: {when}',
    'supporter.private': '{patient}: приём в {clinic}, {when}\nМесто: {place}',
    'subject.neutral': 'Сообщение',
    'subject.private': 'Ваша встреча: {date}',
    'changed.neutral': 'Время вашей встречи изменилось. Новое время: {when}',
    'changed.private': `Ваш приём в {clinic} перенесён. Теперь: {when}\n${where}`,
    'cancelled.neutral': 'Эта встреча не состоится: {when}',
    'cancelled.private': 'Ваш приём в {clinic} не состоится: {when}',
    'interpreterFound.private': 'Для вас найден переводчик: {interpreter}\nВаш приём в {clinic}: {when}',
    'interpreterChanged.private': 'У вас будет другой переводчик: {interpreter}\nВаш приём в {clinic}: {when}',
    'interpreterLost.private': 'Переводчик не сможет прийти. Мы ищем другого.\nВаш приём в {clinic}: {when}',
    'runningLate.neutral': 'Начало будет примерно на {minutes}\u00a0мин позже: {when}',
    'runningLate.private': 'Ваш приём в {clinic} начнётся примерно на {minutes}\u00a0мин позже: {when}',
    'missed.neutral': `Мы с вами не встретились: {when}${replies.afterwards}`,
    'missed.private': `Мы не увидели вас в {clinic}: {when}\nЧто помешало вам прийти? Вы можете нам написать.${replies.afterwards}`,
    'preparation.private': 'Перед приёмом в {clinic}, {when}: пожалуйста, возьмите с собой свои лекарства и медицинские документы.',
    'whichLanguage.private': 'На каком языке вам удобнее всего говорить? Напишите, пожалуйста, в ответ название этого языка.',
    'numberCheck.neutral': 'Этот номер всё ещё ваш? Ответьте, пожалуйста, любым словом.',
    'optedOut.neutral': 'На этот номер больше не будут приходить сообщения.',
    'understood.neutral': 'Ваш ответ получен: {answer}',
    'understood.private': 'Ваш ответ получен: {answer}\nВаш приём в {clinic}: {when}',
  }),
};
