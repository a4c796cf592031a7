import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'waan imanayaa',
  cannotCome: 'ma iman karo',
  callMe: 'i soo waca',
  anotherTime: 'waqti kale',
  anotherInterpreter: 'turjubaan kale',
  wrongLanguage: 'luqaddayda ma aha',
};
export const replies = replyLines('Jawaab:', answers);
export const where = 'Goobta: {place}{who, select, yes {\nTurjubaanka: {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  ...drafts(2, {
    'confirmed.neutral': `Ballantaada: {when}${replies.neutral}`,
    'confirmed.private': `Ballantaada {clinic}: {when}\n${where}${replies.private}`,
    'reminder.neutral': `Xusuusinta ballantaada: {when}${replies.neutral}`,
    'reminder.private': `Xusuusinta ballantaada {clinic}: {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'Fariintaadii waa la helay.',
    'help.private': 'Fariintan waxaa diray: {clinic}{phoned, select, yes {\nTelefoon: {phone}} other {}}',
    'supporter.neutral': 'Ballan: {when}',
    'supporter.private': 'Ballanta {patient}, {clinic}: {when}\nGoobta: {place}',
    'subject.neutral': 'Farriin',
    'subject.private': 'Ballantaada: {date}',
  }),
  ...drafts(1, {
    'changed.neutral': 'Ballantaada waa la beddelay. Waqtiga cusub: {when}',
    'changed.private': `Ballantaada {clinic} waa la beddelay. Hadda waa: {when}\n${where}`,
    'cancelled.neutral': 'Ballantan ma dhici doonto: {when}',
    'cancelled.private': 'Ballantaada {clinic} ma dhici doonto: {when}',
    'interpreterFound.private': 'Turjubaan ayaa kula joogi doona: {interpreter}\nBallantaada {clinic}: {when}',
    'interpreterChanged.private': 'Turjubaankaaga cusub: {interpreter}\nBallantaada {clinic}: {when}',
    'interpreterLost.private': 'Turjubaankaagu ma iman karo. Mid kale ayaan raadinaynaa.\nBallantaada {clinic}: {when}',
    'runningLate.neutral': 'Waxay dib u dhacaysaa qiyaastii {minutes} daqiiqo: {when}',
    'runningLate.private': 'Ballantaada {clinic} waxay dib u dhacaysaa qiyaastii {minutes} daqiiqo: {when}',
    'missed.neutral': `Kuma aannaan arag: {when}${replies.afterwards}`,
    'missed.private': `Kuma aannaan arag {clinic}: {when}\nMaxaa kugu adkeeyey inaad timaaddo? Waad noo soo qori kartaa.${replies.afterwards}`,
    'preparation.private': 'Ka hor ballantaada {clinic}, {when}: fadlan keen daawooyinkaaga iyo waraaqahaaga caafimaadka.',
    'whichLanguage.private': 'Luqaddee ayaad ugu fiican tahay? Fadlan magaceeda ku soo jawaab.',
    'numberCheck.neutral': 'Lambarkani weli ma kaaga yahay? Fadlan eray kasta ku soo jawaab.',
    'optedOut.neutral': 'Wax farriin ah oo kale lambarkan ma iman doonto.',
    'understood.neutral': 'Jawaabtaadii waa timid: {answer}',
    'understood.private': 'Jawaabtaadii waa timid: {answer}\nBallantaada {clinic}: {when}',
  }),
};
