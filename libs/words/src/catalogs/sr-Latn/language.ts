import { type LanguageFacts, words } from '../catalog';

/** In Latin letters, which whoever went to school in Serbian reads beside the Cyrillic ones; for who calls their language Serbian. */
export const language: LanguageFacts = {
  language: 'sr-Latn',
  lang: 'sr-Latn',
  dir: 'ltr',
  autonym: 'Srpski',
  englishName: 'Serbian',
  numbering: 'latn',
  readers: ['srp'],
  calendar: {
    weekdays: ['ponedeljak', 'utorak', 'sreda', 'četvrtak', 'petak', 'subota', 'nedelja'],
    partsOfDay: {
      afterMidnight: 'posle ponoći',
      morning: 'ujutru',
      midday: 'u podne',
      afternoon: 'posle podne',
      evening: 'uveče',
      night: 'noću',
    },
    style: { kind: 'numeric', separator: '.', padded: false, lowDay: '{weekday}, {date}. ({month}.\u00a0mesec)' },
    date: '{weekday}, {date}.',
    time: '{time} {part}',
    when: '{date},\u00a0{time}',
  },
  replyWords: {
    coming: ['da', 'dolazim', 'da doći ću', 'da dolazim', 'doci cu'],
    // Without the bare "ne", which asks "what" in Turkish.
    cannotCome: ['ne mogu', 'ne dolazim', 'neću doći', 'ne mogu da dođem', 'ne mogu da dodjem', 'ne ne mogu da dođem', 'ne mogu doći'],
    callMe: ['pozovite me molim', 'molim pozovite me', 'nazovite me', 'javite mi se'],
    anotherTime: ['drugi termin', 'drugo vreme', 'drugi dan', 'drugi datum', 'treba mi drugi termin'],
    anotherInterpreter: ['drugi prevodilac', 'druga prevoditeljka', 'drugi tumač', 'želim drugog prevodioca'],
    wrongLanguage: ['nije moj jezik', 'to nije moj jezik', 'pogrešan jezik', 'drugi jezik'],
    help: ['pomoć', 'pomoc', 'pomozite', 'treba mi pomoć'],
    stop: ['ne šaljite poruke', 'ne saljite poruke', 'ne pišite mi'],
  },
  marks: {
    letters: /^[a-zčćđšž]$/iu,
    // Words of the other two; no letter tells the three apart.
    never: /[qwxy]|prevoditelj|prijevod|(^|\P{L})(vrijeme|mjesto|mjesec|poslije)(\P{L}|$)/iu,
    always: /[čćđšž]/iu,
    alwaysFrom: 100,
    months: words('januar januara februar februara mart marta april aprila maj maja jun juna jul jula avgust avgusta septembar septembra oktobar oktobra novembar novembra decembar decembra'),
    telling: words('klini bolnic ambulant lekar doktor zdrav medicin prevod prijevod prevođ tumač pacijent bolesni lek'),
  },
};
