import { type LanguageFacts, words } from '../catalog';

export const language: LanguageFacts = {
  language: 'tr',
  lang: 'tr',
  dir: 'ltr',
  autonym: 'Türkçe',
  englishName: 'Turkish',
  numbering: 'latn',
  // Not Kurmanji or Zazaki, whose readers went to Turkish schools: it is asked.
  readers: ['tur'],
  calendar: {
    weekdays: ['Pazartesi', 'Salı', 'Çarşamba', 'Perşembe', 'Cuma', 'Cumartesi', 'Pazar'],
    partsOfDay: {
      afterMidnight: 'gece yarısından sonra',
      morning: 'sabah',
      midday: 'öğle',
      afternoon: 'öğleden sonra',
      evening: 'akşam',
      night: 'gece',
    },
    style: { kind: 'numeric', separator: '.', padded: true, lowDay: '{date} {weekday} ({month}.\u00a0ay)' },
    date: '{date} {weekday}',
    time: 'saat\u00a0{time} ({part})',
    when: '{date}, {time}',
  },
  replyWords: {
    coming: ['evet', 'geliyorum', 'gelirim', 'evet geleceğim', 'evet geliyorum', 'gelecegim'],
    cannotCome: ['hayır', 'gelemem', 'gelemiyorum', 'gelmiyorum', 'gelmeyeceğim', 'hayır gelemem', 'hayır gelemeyeceğim', 'gelemeyecegim'],
    callMe: ['beni ara', 'arayın', 'lütfen beni arayın', 'lütfen arayın'],
    anotherTime: ['başka bir zaman', 'başka zaman', 'başka saat', 'başka bir saat', 'başka gün', 'başka bir gün'],
    anotherInterpreter: ['başka bir tercüman', 'başka tercüman', 'başka çevirmen'],
    wrongLanguage: ['benim dilim değil', 'bu dil benim değil', 'yanlış dil', 'başka dil'],
    help: ['yardım', 'yardım edin', 'yardıma ihtiyacım var'],
    stop: ['durdurun', 'mesaj göndermeyin', 'mesaj atmayın'],
  },
  marks: {
    letters: /^[a-zçğıöşüâîûİ]$/iu,
    // Letters that Kurmanji has and Turkish has not.
    never: /[qwxê]/iu,
    always: /[ğışİ]/u,
    alwaysFrom: 80,
    months: words('ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık'),
    telling: words('klinik poliklinik hastane doktor hekim sağlık muayene tercüm çevirm çevir hasta tedavi'),
  },
};
