import { type LanguageFacts, words } from '../catalog';

export const language: LanguageFacts = {
  language: 'uk',
  lang: 'uk',
  dir: 'ltr',
  autonym: 'Українська',
  englishName: 'Ukrainian',
  numbering: 'latn',
  readers: ['ukr'],
  calendar: {
    weekdays: ['понеділок', 'вівторок', 'середа', 'четвер', 'пʼятниця', 'субота', 'неділя'],
    partsOfDay: {
      afterMidnight: 'після півночі',
      morning: 'вранці',
      midday: 'опівдні',
      afternoon: 'удень',
      evening: 'увечері',
      night: 'вночі',
    },
    style: { kind: 'numeric', separator: '.', padded: true, lowDay: '{weekday}, {date} ({month}-й\u00a0місяць)' },
    date: '{weekday}, {date}',
    time: '{time} {part}',
    when: '{date},\u00a0{time}',
  },
  replyWords: {
    coming: ['так', 'прийду', 'так прийду', 'так я прийду'],
    cannotCome: ['ні', 'не прийду', 'я не прийду', 'не зможу прийти', 'не зможу'],
    callMe: ['зателефонуйте', 'передзвоніть мені', 'подзвоніть мені'],
    anotherTime: ['інший час', 'потрібен інший час', 'інша дата'],
    anotherInterpreter: ['інший перекладач', 'інша перекладачка', 'потрібен інший перекладач'],
    wrongLanguage: ['не моя мова', 'не та мова', 'інша мова'],
    help: ['допомога', 'допоможіть', 'потрібна допомога'],
    stop: ['стоп'],
  },
  marks: {
    letters: /^\p{Script=Cyrillic}$|^ʼ$/u,
    never: /[ыэъё]/iu,
    always: /[іїєґ]/iu,
    alwaysFrom: 18,
    months: words(
      'січень січня лютий лютого березень березня квітень квітня травень травня червень червня липень липня серпень серпня вересень вересня жовтень жовтня листопад листопада грудень грудня',
    ),
    telling: words('клінік клініц лікар прийом візит медич медик здоров переклад пацієнт лікуван'),
  },
};
