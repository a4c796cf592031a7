import { drafts, type EasyReadKey, type Texts } from '../catalog';

/** One idea in a sentence, each beside a picture. */
export const easyRead: Texts<EasyReadKey> = drafts(1, {
  appointment: 'உங்களுக்கு ஒரு சந்திப்பு உள்ளது.',
  day: 'நாள்: {date}.',
  time: 'நேரம்: {time}.',
  place: 'இடம்: {place}.',
  interpreter: 'உங்கள் உரைபெயர்ப்பாளர்: {interpreter}.',
  cannotCome: 'வர முடியாதா? அழையுங்கள்: {phone}.',
  changed: 'உங்கள் சந்திப்பு மாறிவிட்டது.',
  cancelled: 'உங்கள் சந்திப்பு நடக்காது.',
});
