import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'நான் வருவேன்',
  cannotCome: 'என்னால் வர முடியாது',
  callMe: 'என்னை அழையுங்கள்',
  anotherTime: 'வேறு நேரம்',
  anotherInterpreter: 'வேறு உரைபெயர்ப்பாளர்',
  wrongLanguage: 'என் மொழி அல்ல',
};
export const replies = replyLines('பதில்:', answers);
export const where = 'இடம்: {place}{who, select, yes {\nஉரைபெயர்ப்பாளர்: {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  // In step with the English: these four offer as many answers as its second version.
  ...drafts(2, {
    'confirmed.neutral': `உங்கள் சந்திப்பு: {when}${replies.neutral}`,
    'confirmed.private': `{clinic}-இல் உங்கள் சந்திப்பு: {when}\n${where}${replies.private}`,
    'reminder.neutral': `உங்கள் சந்திப்பை நினைவூட்டுகிறோம்: {when}${replies.neutral}`,
    'reminder.private': `{clinic}-இல் உங்கள் சந்திப்பை நினைவூட்டுகிறோம்: {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'உங்கள் செய்தி கிடைத்தது.',
    'help.private': 'இந்தச் செய்தியை அனுப்பியது: {clinic}{phoned, select, yes {\nதொலைபேசி: {phone}} other {}}',
    'supporter.neutral': 'சந்திப்பு: {when}',
    'supporter.private': '{clinic}-இல் {patient} அவர்களின் சந்திப்பு: {when}\nஇடம்: {place}',
    'subject.neutral': 'செய்தி',
    'subject.private': 'உங்கள் சந்திப்பு: {date}',
    'changed.neutral': 'உங்கள் சந்திப்பின் நேரம் மாறிவிட்டது. புதிய நேரம்: {when}',
    'changed.private': `{clinic}-இல் உங்கள் சந்திப்பு மாறிவிட்டது. இப்போது: {when}\n${where}`,
    'cancelled.neutral': 'இந்தச் சந்திப்பு நடக்காது: {when}',
    'cancelled.private': '{clinic}-இல் உங்கள் சந்திப்பு நடக்காது: {when}',
    'interpreterFound.private': 'உங்களுக்கு உதவ உரைபெயர்ப்பாளர் இருப்பார்: {interpreter}\n{clinic}-இல் உங்கள் சந்திப்பு: {when}',
    'interpreterChanged.private': 'உங்கள் புதிய உரைபெயர்ப்பாளர்: {interpreter}\n{clinic}-இல் உங்கள் சந்திப்பு: {when}',
    'interpreterLost.private': 'உங்கள் உரைபெயர்ப்பாளரால் வர முடியாது. வேறு ஒருவரைத் தேடுகிறோம்.\n{clinic}-இல் உங்கள் சந்திப்பு: {when}',
    'runningLate.neutral': 'சுமார் {minutes} நிமிடம் தாமதமாகத் தொடங்கும்: {when}',
    'runningLate.private': '{clinic}-இல் உங்கள் சந்திப்பு சுமார் {minutes} நிமிடம் தாமதமாகத் தொடங்கும்: {when}',
    'missed.neutral': `உங்களைச் சந்திக்க முடியவில்லை: {when}${replies.afterwards}`,
    'missed.private': `{clinic}-இல் உங்களைச் சந்திக்க முடியவில்லை: {when}\nவருவதற்கு என்ன சிரமம் இருந்தது? நீங்கள் எங்களுக்கு எழுதலாம்.${replies.afterwards}`,
    'preparation.private': '{clinic}-இல் உங்கள் சந்திப்பு, {when}: வரும்போது உங்கள் மருந்துகளையும் உடல்நலம் பற்றிய ஆவணங்களையும் கொண்டு வாருங்கள்.',
    'whichLanguage.private': 'நீங்கள் எந்த மொழியை மிக நன்றாகப் பேசுகிறீர்கள்? தயவுசெய்து அந்த மொழியின் பெயரைப் பதிலாக அனுப்புங்கள்.',
    'numberCheck.neutral': 'இந்த எண் இன்னும் உங்களுடையதா? தயவுசெய்து ஏதேனும் ஒரு சொல்லைப் பதிலாக அனுப்புங்கள்.',
    'optedOut.neutral': 'இந்த எண்ணுக்கு இனி எந்தச் செய்தியும் வராது.',
    'understood.neutral': 'உங்கள் பதில் கிடைத்தது: {answer}',
    'understood.private': 'உங்கள் பதில் கிடைத்தது: {answer}\n{clinic}-இல் உங்கள் சந்திப்பு: {when}',
  }),
};
