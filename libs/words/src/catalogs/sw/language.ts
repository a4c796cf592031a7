import { type LanguageFacts, words } from '../catalog';

/** The standard of East Africa. Before a time in figures there is no "saa", which is said of hours counted from dawn. */
export const language: LanguageFacts = {
  language: 'sw',
  lang: 'sw',
  dir: 'ltr',
  autonym: 'Kiswahili',
  englishName: 'Swahili',
  numbering: 'latn',
  // Not Congo Swahili, whose weekdays and numbers are others, nor Chimwiini or Bajuni.
  readers: ['swh'],
  calendar: {
    weekdays: ['Jumatatu', 'Jumanne', 'Jumatano', 'Alhamisi', 'Ijumaa', 'Jumamosi', 'Jumapili'],
    partsOfDay: {
      afterMidnight: 'usiku wa manane',
      morning: 'asubuhi',
      midday: 'adhuhuri',
      afternoon: 'mchana',
      evening: 'jioni',
      night: 'usiku',
    },
    style: { kind: 'numeric', separator: '/', padded: false, lowDay: '{weekday} {date} (mwezi wa\u00a0{month})' },
    date: '{weekday} {date}',
    time: '{time} {part}',
    when: '{date},\u00a0{time}',
    dawn: 'Kwa saa zetu: saa\u00a0{time} {part}',
  },
  replyWords: {
    coming: ['ndiyo', 'ndio', 'ndiyo nitakuja', 'ndio nitakuja', 'nakuja'],
    cannotCome: ['hapana', 'siwezi', 'sitakuja', 'sitaweza kuja', 'hapana siwezi kuja', 'hapana sitakuja'],
    callMe: ['nipigie', 'nipigie simu', 'nipigieni', 'tafadhali nipigieni simu', 'tafadhali nipigie simu'],
    anotherTime: ['siku au saa nyingine', 'siku nyingine', 'saa nyingine', 'tarehe nyingine', 'miadi mingine'],
    anotherInterpreter: ['mkalimani mwingine', 'nataka mkalimani mwingine'],
    wrongLanguage: ['si lugha yangu', 'siyo lugha yangu', 'sio lugha yangu', 'hii sio lugha yangu', 'lugha nyingine'],
    help: ['msaada', 'nisaidie', 'nisaidieni', 'naomba msaada'],
    stop: ['msinitumie ujumbe', 'usinitumie ujumbe', 'sitaki ujumbe'],
  },
  marks: {
    letters: /^[a-z]$/iu,
    // Swahili has no q or x.
    never: /[qx]/iu,
    // The first two answers; letters tell nothing.
    always: /(^|\P{L})(nitakuja|siwezi)(\P{L}|$)/iu,
    alwaysFrom: Infinity,
    months: words('januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba'),
    telling: words('kliniki zahanati hospitali daktari afya muuguzi kalimani mkalimani ukalimani tafsiri mtafsiri mgonjwa matibabu dawa'),
  },
};
