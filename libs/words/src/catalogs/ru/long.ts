import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `Вы записаны на приём в {clinic}.\nКогда: {when}\n${where}${replies.private}`,
  reminder: `Напоминаем о вашем приёме в {clinic}.\nКогда: {when}\n${where}${replies.private}`,
  answerByPhone: 'Чтобы ответить, позвоните: {phone}',
  changed: `Ваш приём в {clinic} перенесён.\nНовое время: {when}\n${where}`,
  cancelled: 'Ваш приём в {clinic} не состоится: {when}\nПриходить не нужно. Чтобы записаться на другое время, позвоните нам.{phoned, select, yes {\nТелефон: {phone}} other {}}',
  interpreterFound: 'Мы нашли переводчика для вашего приёма в {clinic}.\nУстный перевод: {interpreter}\nКогда: {when}',
  interpreterChanged: 'На ваш приём в {clinic} придёт другой переводчик.\nУстный перевод: {interpreter}\nКогда: {when}',
  interpreterLost: 'Переводчик для вашего приёма в {clinic} не сможет прийти. Мы ищем другого и сообщим вам.\nКогда: {when}',
  missed: 'Мы не увидели вас в {clinic}: {when}\nНам хотелось бы знать, что помешало вам прийти, чтобы помочь. Позвоните нам, и мы найдём новое время.{phoned, select, yes {\nТелефон: {phone}} other {}}',
  preparation: 'Перед приёмом в {clinic}: {when}\nПожалуйста, возьмите с собой свои лекарства и медицинские документы.',
  rights: 'У вас есть право на устного переводчика. Для вас это бесплатно. Переводчик никому не расскажет то, что услышит. Вы можете попросить другого, не объясняя причины.',
  assurance: 'Услуги переводчика для вас бесплатны и конфиденциальны. Вы можете попросить другого.',
  interpreterJoins: '{modality, select, video {Переводчик будет с вами на связи по видео.} phone {Переводчик будет с вами на связи по телефону.} other {Переводчик будет рядом с вами.}}',
  callUs: 'Позвоните нам: {phone}',
});
