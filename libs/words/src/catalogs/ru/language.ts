import { type LanguageFacts, words } from '../catalog';

/** For who declared that they read it; nobody is given it because of a passport. */
export const language: LanguageFacts = {
  language: 'ru',
  lang: 'ru',
  dir: 'ltr',
  autonym: 'Русский',
  englishName: 'Russian',
  numbering: 'latn',
  readers: ['rus'],
  calendar: {
    weekdays: ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'],
    partsOfDay: {
      afterMidnight: 'после полуночи',
      morning: 'утром',
      midday: 'в полдень',
      afternoon: 'днём',
      evening: 'вечером',
      night: 'ночью',
    },
    style: { kind: 'numeric', separator: '.', padded: true, lowDay: '{weekday}, {date} ({month}-й\u00a0месяц)' },
    date: '{weekday}, {date}',
    time: '{time} {part}',
    when: '{date},\u00a0{time}',
  },
  replyWords: {
    coming: ['да', 'приду', 'придём', 'да приду', 'да я приду', 'буду'],
    cannotCome: ['нет', 'не приду', 'я не приду', 'не смогу прийти', 'не смогу', 'не могу прийти', 'я не могу прийти'],
    callMe: ['позвоните', 'перезвоните', 'перезвоните мне'],
    anotherTime: ['другое время', 'нужно другое время', 'другая дата', 'другой день'],
    anotherInterpreter: ['другой переводчик', 'другая переводчица', 'нужен другой переводчик'],
    wrongLanguage: ['не мой язык', 'не тот язык', 'другой язык'],
    help: ['помощь', 'помогите', 'нужна помощь'],
    stop: ['стоп', 'не пишите мне', 'не присылайте сообщения'],
  },
  marks: {
    letters: /^\p{Script=Cyrillic}$/u,
    // Ukrainian and Belarusian letters.
    never: /[іїєґў]/iu,
    // Where no letter tells, the word that Ukrainian writes with another.
    always: /[ыэъё]|приду/iu,
    alwaysFrom: 100,
    months: words('январь января февраль февраля март марта апрель апреля май мая июнь июня июль июля август августа сентябрь сентября октябрь октября ноябрь ноября декабрь декабря'),
    telling: words('клиник поликлиник больниц врач доктор приём прием медиц медик здоров перевод пациент лечени'),
  },
};
