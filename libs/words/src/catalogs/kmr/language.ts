import { type LanguageFacts, words } from '../catalog';

export const language: LanguageFacts = {
  language: 'kmr',
  lang: 'kmr',
  dir: 'ltr',
  autonym: 'Kurmancî',
  englishName: 'Kurmanji',
  numbering: 'latn',
  // In Latin letters: not Bahdini, which is written in Arabic ones, nor Ezidi, who are asked.
  readers: ['kmr'],
  calendar: {
    weekdays: ['duşem', 'sêşem', 'çarşem', 'pêncşem', 'înî', 'şemî', 'yekşem'],
    partsOfDay: {
      afterMidnight: 'piştî nîvê şevê',
      morning: 'danê sibehê',
      midday: 'nîvro',
      afternoon: 'piştî nîvro',
      evening: 'êvarê',
      night: 'bi şev',
    },
    style: { kind: 'numeric', separator: '.', padded: true, lowDay: '{weekday}, {date} (meha\u00a0{month})' },
    date: '{weekday}, {date}',
    time: 'saet\u00a0{time} {part}',
    when: '{date}, {time}',
  },
  replyWords: {
    coming: ['erê', 'belê', 'ere', 'bele', 'ez têm', 'erê ez ê bêm', 'belê ez ê bêm'],
    // Without the bare "na", which is also said of much else.
    cannotCome: ['na ez nikarim bêm', 'nikarim bêm', 'ez nayêm', 'ez nikarim werim', 'nikarim werim', 'ez nikarim bem'],
    callMe: ['telefonî min bike', 'telefoni min bikin', 'ji min re telefon bikin', 'ji kerema xwe telefonî min bikin'],
    anotherTime: ['demeke din', 'wexteke din', 'rojeke din', 'saeteke din', 'demek din', 'wextekî din'],
    anotherInterpreter: ['wergêrekî din', 'wergêreke din', 'wergêrek din', 'tercumanekî din'],
    wrongLanguage: ['ne zimanê min e', 'ev zimanê min nîne', 'zimanê şaş', 'zimanekî din'],
    help: ['alîkarî', 'alîkariya min bikin', 'alikari'],
    stop: ['peyaman neşînin', 'êdî peyaman neşînin', 'êdî nenivîsin'],
  },
  marks: {
    letters: /^[a-zçêîşû]$/iu,
    // Letters of Turkish that Kurmanji has not.
    never: /[ğıöüİ]/u,
    always: /[êîû]/iu,
    alwaysFrom: 30,
    months: words('çile rêbendan sibat reşemî adar nîsan avrêl gulan hezîran pûşper tîrmeh temmûz tebax gelawêj îlon rezber cotmeh kewçêr mijdar sermawez kanûn berfanbar'),
    telling: words('klînîk nexweş bijîşk doktor tenduristî saxlem wergêr tercum werger pizîşk derman hemşîre'),
  },
};
