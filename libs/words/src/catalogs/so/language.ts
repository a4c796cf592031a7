import { type LanguageFacts, words } from '../catalog';

export const language: LanguageFacts = {
  language: 'so',
  lang: 'so',
  dir: 'ltr',
  autonym: 'Af Soomaali',
  englishName: 'Somali',
  numbering: 'latn',
  // Not Maay or Benaadiri, which have no text of their own here.
  readers: ['som'],
  calendar: {
    weekdays: ['Isniin', 'Talaado', 'Arbaco', 'Khamiis', 'Jimco', 'Sabti', 'Axad'],
    partsOfDay: {
      afterMidnight: 'saqda dhexe kaddib',
      morning: 'subaxnimo',
      midday: 'duhurnimo',
      afternoon: 'galabnimo',
      evening: 'fiidnimo',
      night: 'habeennimo',
    },
    style: { kind: 'numeric', separator: '/', padded: false, lowDay: '{weekday} {date} (bisha\u00a0{month})' },
    date: '{weekday} {date}',
    time: 'saacadda\u00a0{time} {part}',
    when: '{date}, {time}',
  },
  replyWords: {
    coming: ['haa', 'haa waan imanayaa', 'waan imanayaa', 'waan iman doonaa'],
    // Without "maya", the everyday no: it is also a name, and people sign their messages.
    cannotCome: ['ma iman karo', 'maya ma iman karo', 'ma imanayo'],
    callMe: ['i soo wac', 'fadlan i soo wac', 'fadlan i soo waca'],
    anotherTime: ['waqti kale', 'ballan kale', 'ballan kale ayaan rabaa'],
    anotherInterpreter: ['turjubaan kale', 'turjumaan kale', 'turjumaan kale ayaan rabaa'],
    wrongLanguage: ['luqad khaldan', 'luqad kale', 'luqaddayda ma aha'],
    help: ['caawimaad', 'i caawi', 'i caawiya'],
    stop: ['jooji', 'joojiya'],
  },
  marks: {
    letters: /^[A-Za-z]$/u,
    // The Somali alphabet has no p, v or z.
    never: /[pvz]/iu,
    always: /aa|dh|x|q/u,
    alwaysFrom: 16,
    months: words('Janaayo Febraayo Maarso Abriil Maajo Juun Luuliyo Ogosto Sebtembar Oktoobar Nofembar Disembar'),
    telling: words('caafimaad isbitaal dhakhtar takhtar rug xarun turju bukaan daaweyn'),
  },
};
