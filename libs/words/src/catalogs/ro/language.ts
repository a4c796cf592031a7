import { type LanguageFacts, words } from '../catalog';

export const language: LanguageFacts = {
  language: 'ro',
  lang: 'ro',
  dir: 'ltr',
  autonym: 'Română',
  englishName: 'Romanian',
  numbering: 'latn',
  // Not Moldovan, which is also read in Cyrillic, nor Romani.
  readers: ['ron'],
  calendar: {
    weekdays: ['luni', 'marți', 'miercuri', 'joi', 'vineri', 'sâmbătă', 'duminică'],
    partsOfDay: {
      afterMidnight: 'după miezul nopții',
      morning: 'dimineața',
      midday: 'la prânz',
      afternoon: 'după-amiaza',
      evening: 'seara',
      night: 'noaptea',
    },
    style: { kind: 'numeric', separator: '.', padded: true, lowDay: '{weekday}, {date} (luna\u00a0{month})' },
    date: '{weekday}, {date}',
    time: 'ora\u00a0{time} {part}',
    when: '{date}, {time}',
  },
  replyWords: {
    coming: ['da', 'vin', 'da vin', 'da voi veni', 'o să vin', 'o sa vin'],
    cannotCome: ['nu', 'nu vin', 'nu pot', 'nu pot să vin', 'nu pot sa vin', 'nu voi veni', 'nu pot ajunge'],
    callMe: ['sunați-mă vă rog', 'vă rog sunați-mă', 'sunati-ma', 'sună-mă', 'suna-ma'],
    anotherTime: ['altă oră', 'alta ora', 'altă zi', 'alta zi', 'altă zi sau oră', 'altă programare'],
    anotherInterpreter: ['alt interpret', 'altă interpretă', 'un alt interpret', 'alt translator'],
    wrongLanguage: ['nu este limba mea', 'nu e limba mea', 'limba greșită', 'altă limbă', 'alta limba'],
    help: ['ajutor', 'ajutați-mă', 'am nevoie de ajutor'],
    stop: ['opriți', 'opriti', 'nu mai trimiteți mesaje', 'nu mai trimiteti mesaje'],
  },
  marks: {
    letters: /^[a-zăâîșț]$/iu,
    // The cedilla of Turkish under s and t, and letters of borrowed words only.
    never: /[qwyşţ]/iu,
    always: /[ăâîșț]/iu,
    alwaysFrom: 40,
    // Without May, which is also the word for "more".
    months: words('ianuarie februarie martie aprilie iunie iulie august septembrie octombrie noiembrie decembrie'),
    telling: words('clinic policlinic spital medic doctor sănăt sanat asistent interpret traduc pacien tratament'),
  },
};
