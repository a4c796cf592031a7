import { type LanguageFacts, words } from '../catalog';

/** In words that Mexico, Central America and Spain share, without a gender for the reader. */
export const language: LanguageFacts = {
  language: 'es',
  lang: 'es',
  dir: 'ltr',
  autonym: 'Español',
  englishName: 'Spanish',
  numbering: 'latn',
  // Not Mam, K’iche’ or any other language of the same countries.
  readers: ['spa'],
  calendar: {
    weekdays: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
    partsOfDay: {
      afterMidnight: 'de la madrugada',
      morning: 'de la mañana',
      midday: 'del mediodía',
      afternoon: 'de la tarde',
      evening: 'al final de la tarde',
      night: 'de la noche',
    },
    style: { kind: 'numeric', separator: '/', padded: false, lowDay: '{weekday} {date} (mes\u00a0{month})' },
    date: '{weekday} {date}',
    time: '{time} {part}',
    when: '{date},\u00a0{time}',
  },
  replyWords: {
    // Without the unaccented "si", which asks "how" in Albanian.
    coming: ['sí', 'sí iré', 'sí voy', 'si voy', 'iré', 'voy'],
    cannotCome: ['no', 'no voy', 'no puedo', 'no iré', 'no podré ir', 'no puedo venir', 'no puedo asistir'],
    callMe: ['llámeme', 'llameme', 'llamenme', 'por favor llámenme', 'llámenme por favor'],
    anotherTime: ['otro horario', 'otra hora', 'otra fecha', 'otro día', 'otro dia', 'otra cita'],
    anotherInterpreter: ['otro intérprete', 'otra intérprete', 'otro interprete', 'otra persona como intérprete'],
    wrongLanguage: ['no es mi idioma', 'no es mi lengua', 'idioma equivocado', 'otro idioma'],
    help: ['ayuda', 'ayúdenme', 'ayudenme', 'necesito ayuda'],
    stop: ['alto', 'no más mensajes', 'no mas mensajes', 'no me escriban'],
  },
  marks: {
    letters: /^[a-záéíóúüñ]$/iu,
    // Spanish spells with these in borrowed words only.
    never: /[kw]/iu,
    // The first-person "cannot" of the second answer; letters tell nothing.
    always: /(^|\P{L})puedo(\P{L}|$)/iu,
    alwaysFrom: Infinity,
    months: words('enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre'),
    telling: words('clínic clinic hospital médic medic doctor salud enferm intérpret interpret traduc traduj pacient tratamient'),
  },
};
