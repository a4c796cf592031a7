import { type LanguageFacts, words } from '../catalog';

/** For who calls their language Bosnian; Croatian and Serbian have catalogs of their own. */
export const language: LanguageFacts = {
  language: 'bs',
  lang: 'bs',
  dir: 'ltr',
  autonym: 'Bosanski',
  englishName: 'Bosnian',
  numbering: 'latn',
  readers: ['bos'],
  calendar: {
    weekdays: ['ponedjeljak', 'utorak', 'srijeda', 'četvrtak', 'petak', 'subota', 'nedjelja'],
    partsOfDay: {
      afterMidnight: 'poslije ponoći',
      morning: 'ujutro',
      midday: 'u podne',
      afternoon: 'poslijepodne',
      evening: 'navečer',
      night: 'noću',
    },
    style: { kind: 'numeric', separator: '.', padded: false, lowDay: '{weekday}, {date}. ({month}.\u00a0mjesec)' },
    date: '{weekday}, {date}.',
    time: '{time} {part}',
    when: '{date},\u00a0{time}',
  },
  replyWords: {
    coming: ['da', 'dolazim', 'da doći ću', 'da dolazim', 'doci cu'],
    // Without the bare "ne", which asks "what" in Turkish.
    cannotCome: ['ne mogu', 'ne dolazim', 'neću doći', 'ne mogu doći', 'ne mogu doci', 'ne ne mogu doći', 'ne mogu da dođem'],
    callMe: ['nazovite me molim', 'molim nazovite me', 'pozovite me', 'javite mi se'],
    anotherTime: ['drugi termin', 'drugo vrijeme', 'drugi dan', 'drugi datum', 'treba mi drugi termin'],
    anotherInterpreter: ['drugi prevodilac', 'druga prevoditeljica', 'drugi tumač', 'želim drugog prevodioca'],
    wrongLanguage: ['nije moj jezik', 'to nije moj jezik', 'pogrešan jezik', 'drugi jezik'],
    help: ['pomoć', 'pomoc', 'pomozite', 'treba mi pomoć'],
    stop: ['ne šaljite poruke', 'ne saljite poruke', 'ne pišite mi'],
  },
  marks: {
    letters: /^[a-zčćđšž]$/iu,
    // Words of the other two; no letter tells the three apart.
    never: /[qwxy]|prevoditelj|(^|\P{L})(vreme|mesto|mesec|posle)(\P{L}|$)/iu,
    always: /[čćđšž]/iu,
    alwaysFrom: 100,
    months: words('januar januara februar februara mart marta april aprila maj maja juni juna juli jula august augusta septembar septembra oktobar oktobra novembar novembra decembar decembra'),
    telling: words('klini bolnic ambulant ljekar doktor zdrav medicin prevod prijevod prevođ tumač pacijent bolesni lijek'),
  },
};
