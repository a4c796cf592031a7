import { type LanguageFacts, words } from '../catalog';

/** Tamil as it is written, which Sri Lanka and India share, in the polite form; an interpreter is உரைபெயர்ப்பாளர், who speaks. */
export const language: LanguageFacts = {
  language: 'ta',
  lang: 'ta',
  dir: 'ltr',
  autonym: 'தமிழ்',
  englishName: 'Tamil',
  numbering: 'latn',
  readers: ['tam', 'tam:lk', 'tam:in'],
  calendar: {
    weekdays: ['திங்கள்', 'செவ்வாய்', 'புதன்', 'வியாழன்', 'வெள்ளி', 'சனி', 'ஞாயிறு'],
    partsOfDay: {
      afterMidnight: 'நள்ளிரவுக்குப் பின்',
      morning: 'காலை',
      midday: 'நண்பகல்',
      afternoon: 'பிற்பகல்',
      evening: 'மாலை',
      night: 'இரவு',
    },
    style: { kind: 'numeric', separator: '/', padded: false, lowDay: '{weekday} {date} (மாதம்\u00a0{month})' },
    date: '{weekday} {date}',
    time: '{part}\u00a0{time} மணி',
    when: '{date}, {time}',
  },
  replyWords: {
    coming: ['ஆம்', 'ஆமாம்', 'வருவேன்', 'வருகிறேன்', 'நான் வருகிறேன்', 'ஆம் வருவேன்'],
    cannotCome: ['இல்லை', 'வர முடியாது', 'வரமாட்டேன்', 'வர மாட்டேன்', 'நான் வர மாட்டேன்', 'என்னால் வர இயலாது'],
    callMe: ['அழையுங்கள்', 'என்னை அழைக்கவும்', 'தயவுசெய்து என்னை அழையுங்கள்'],
    anotherTime: ['வேறு நேரம்', 'வேறு நேரம் வேண்டும்', 'நேரத்தை மாற்றுங்கள்'],
    anotherInterpreter: ['வேறு உரைபெயர்ப்பாளர்', 'வேறு உரைபெயர்ப்பாளர் வேண்டும்', 'வேறு மொழிபெயர்ப்பாளர்', 'வேறு மொழிபெயர்ப்பாளர் வேண்டும்'],
    wrongLanguage: ['என் மொழி அல்ல', 'இது என் மொழி இல்லை', 'தவறான மொழி'],
    help: ['உதவி', 'உதவுங்கள்', 'உதவி வேண்டும்'],
    // “ரத்து” is left out: it may as well mean the appointment.
    stop: ['செய்தி அனுப்ப வேண்டாம்', 'செய்திகள் வேண்டாம்', 'நிறுத்துங்கள்'],
  },
  marks: {
    letters: /^\p{Script=Tamil}$/u,
    never: null,
    always: /உங்கள்|உங்களு|நீங்கள்/u,
    alwaysFrom: Infinity,
    months: words(
      'ஜனவரி பிப்ரவரி பெப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர் சித்திரை வைகாசி ஆனி ஆடி ஆவணி புரட்டாசி ஐப்பசி கார்த்திகை மார்கழி தை மாசி பங்குனி',
    ),
    telling: words('மருத்துவ மருந்து மருத்துவர் வைத்திய டாக்டர் கிளினிக் நோயாளி சிகிச்சை உடல்நல சுகாதார உரைபெயர் மொழிபெயர் தாதி'),
  },
};
