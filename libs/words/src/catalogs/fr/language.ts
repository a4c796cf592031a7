import { type LanguageFacts, words } from '../catalog';

/** Without a gender for the reader. */
export const language: LanguageFacts = {
  language: 'fr',
  lang: 'fr',
  dir: 'ltr',
  autonym: 'Français',
  englishName: 'French',
  numbering: 'latn',
  // Not whoever comes from where French is the language of schools: it is asked.
  readers: ['fra'],
  calendar: {
    weekdays: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
    partsOfDay: {
      afterMidnight: 'après minuit',
      morning: 'matin',
      midday: 'midi',
      afternoon: 'après-midi',
      evening: 'soir',
      night: 'nuit',
    },
    style: { kind: 'numeric', separator: '/', padded: true, lowDay: '{weekday} {date} (mois\u00a0{month})' },
    date: '{weekday} {date}',
    time: '{time} ({part})',
    when: '{date},\u00a0{time}',
  },
  replyWords: {
    coming: ['oui', 'je viens', 'oui je viens', 'oui je viendrai'],
    cannotCome: ['non', 'je ne viens pas', 'je ne viendrai pas', 'je ne pourrai pas venir', 'non je ne peux pas venir', 'je peux pas venir'],
    callMe: ['appelez moi', 'rappelez-moi', 'appelez-moi s’il vous plaît'],
    anotherTime: ['un autre horaire', 'autre horaire', 'une autre heure', 'une autre date', 'un autre jour', 'un autre rendez-vous'],
    anotherInterpreter: ['un autre interprète', 'une autre interprète', 'autre interprète', 'un autre interprete'],
    wrongLanguage: ['pas ma langue', 'ce n’est pas ma langue', 'ce n est pas ma langue', 'mauvaise langue', 'une autre langue'],
    help: ['aide', 'aidez-moi', 'à l’aide', 'besoin d’aide'],
    stop: ['arrêt', 'arrêtez', 'arretez', 'plus de messages'],
  },
  marks: {
    letters: /^[a-zàâæçéèêëîïôœùûüÿ]$/iu,
    // French spells with these in borrowed words only.
    never: /[kw]/iu,
    // Who speaks or is spoken to; letters tell nothing.
    always: /(^|\P{L})(vous|votre|je)(\P{L}|$)/iu,
    alwaysFrom: Infinity,
    months: words('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
    telling: words('clini hôpita hopita dispensaire médec médic docteur santé soin infirm interpr tradu patient traitement'),
  },
};
