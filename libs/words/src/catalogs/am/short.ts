import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'እመጣለሁ',
  cannotCome: 'መምጣት አልችልም',
  callMe: 'ይደውሉልኝ',
  anotherTime: 'ሌላ ጊዜ',
  anotherInterpreter: 'ሌላ አስተርጓሚ',
  wrongLanguage: 'ቋንቋዬ አይደለም',
};
export const replies = replyLines('መልስ፦', answers);
export const where = 'ቦታ፦ {place}{who, select, yes {\nአስተርጓሚ፦ {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  ...drafts(2, {
    'confirmed.neutral': `ቀጠሮዎ፦ {when}${replies.neutral}`,
    'confirmed.private': `በ{clinic} ያለዎት ቀጠሮ፦ {when}\n${where}${replies.private}`,
    'reminder.neutral': `የቀጠሮዎ ማስታወሻ፦ {when}${replies.neutral}`,
    'reminder.private': `በ{clinic} ስላለዎት ቀጠሮ ማስታወሻ፦ {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'መልእክትዎ ደርሶናል።',
    'help.private': 'ይህ መልእክት የተላከው ከ{clinic} ነው።{phoned, select, yes {\nስልክ፦ {phone}} other {}}',
    'supporter.neutral': 'ቀጠሮ፦ {when}',
    'supporter.private': 'የ{patient} ቀጠሮ በ{clinic}፦ {when}\nቦታ፦ {place}',
    'subject.neutral': 'መልእክት',
    'subject.private': 'ቀጠሮዎ፦ {date}',
    'changed.neutral': 'የቀጠሮዎ ጊዜ ተቀይሯል። አዲሱ ጊዜ፦ {when}',
    'changed.private': `በ{clinic} ያለዎት ቀጠሮ ተቀይሯል። አሁን፦ {when}\n${where}`,
    'cancelled.neutral': 'ይህ ቀጠሮ አይካሄድም፦ {when}',
    'cancelled.private': 'በ{clinic} ያለዎት ቀጠሮ አይካሄድም፦ {when}',
    'interpreterFound.private': 'አስተርጓሚ አግኝተንልዎታል፦ {interpreter}\nበ{clinic} ያለዎት ቀጠሮ፦ {when}',
    'interpreterChanged.private': 'አዲሱ አስተርጓሚዎ፦ {interpreter}\nበ{clinic} ያለዎት ቀጠሮ፦ {when}',
    'interpreterLost.private': 'አስተርጓሚዎ መምጣት አይችሉም። ሌላ አስተርጓሚ እየፈለግን ነው።\nበ{clinic} ያለዎት ቀጠሮ፦ {when}',
    'runningLate.neutral': '{minutes} ደቂቃ ያህል ዘግይቶ ይጀምራል፦ {when}',
    'runningLate.private': 'በ{clinic} ያለዎት ቀጠሮ {minutes} ደቂቃ ያህል ዘግይቶ ይጀምራል፦ {when}',
    'missed.neutral': `አላገኘንዎትም፦ {when}${replies.afterwards}`,
    'missed.private': `በ{clinic} አላገኘንዎትም፦ {when}\nለመምጣት ምን አስቸገረዎት? ሊጽፉልን ይችላሉ።${replies.afterwards}`,
    'preparation.private': 'በ{clinic} ካለዎት ቀጠሮ በፊት፣ {when}፦ እባክዎ መድኃኒቶችዎን እና ስለ ጤናዎ ያሉዎትን ወረቀቶች ይዘው ይምጡ።',
    'whichLanguage.private': 'በጣም በደንብ የሚናገሩት ቋንቋ የትኛው ነው? እባክዎ የቋንቋውን ስም ጽፈው ይመልሱ።',
    'numberCheck.neutral': 'ይህ ቁጥር አሁንም የእርስዎ ነው? እባክዎ በማንኛውም ቃል ይመልሱ።',
    'optedOut.neutral': 'ከእንግዲህ ወደዚህ ቁጥር መልእክት አይመጣም።',
    'understood.neutral': 'መልስዎ ደርሶናል፦ {answer}',
    'understood.private': 'መልስዎ ደርሶናል፦ {answer}\nበ{clinic} ያለዎት ቀጠሮ፦ {when}',
  }),
};
