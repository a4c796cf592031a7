import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'ክመጽእ እየ',
  cannotCome: 'ክመጽእ ኣይክእልን እየ',
  callMe: 'ደውሉለይ',
  anotherTime: 'ካልእ ግዜ',
  anotherInterpreter: 'ካልእ ኣስተርጓሚ',
  wrongLanguage: 'ቋንቋይ ኣይኮነን',
};
export const replies = replyLines('መልሲ፦', answers);
export const where = 'ቦታ፦ {place}{who, select, yes {\nኣስተርጓሚ፦ {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  ...drafts(2, {
    'confirmed.neutral': `ቆጸራኹም፦ {when}${replies.neutral}`,
    'confirmed.private': `ቆጸራኹም ኣብ {clinic}፦ {when}\n${where}${replies.private}`,
    'reminder.neutral': `መዘኻኸሪ ቆጸራኹም፦ {when}${replies.neutral}`,
    'reminder.private': `መዘኻኸሪ ቆጸራኹም ኣብ {clinic}፦ {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'መልእኽትኹም በጺሑ ኣሎ።',
    'help.private': 'እዚ መልእኽቲ ካብ፦ {clinic}{phoned, select, yes {\nስልኪ፦ {phone}} other {}}',
    'supporter.neutral': 'ቆጸራ፦ {when}',
    'supporter.private': 'ቆጸራ {patient} ኣብ {clinic}፦ {when}\nቦታ፦ {place}',
    'subject.neutral': 'መልእኽቲ',
    'subject.private': 'ቆጸራኹም፦ {date}',
  }),
  ...drafts(1, {
    'changed.neutral': 'ቆጸራኹም ተቐዪሩ ኣሎ። ሓድሽ ግዜ፦ {when}',
    'changed.private': `ቆጸራኹም ኣብ {clinic} ተቐዪሩ ኣሎ። ሕጂ፦ {when}\n${where}`,
    'cancelled.neutral': 'እዚ ቆጸራ ኣይክካየድን እዩ፦ {when}',
    'cancelled.private': 'ቆጸራኹም ኣብ {clinic} ኣይክካየድን እዩ፦ {when}',
    'interpreterFound.private': 'ኣስተርጓሚ ምሳኹም ክኸውን እዩ፦ {interpreter}\nቆጸራኹም ኣብ {clinic}፦ {when}',
    'interpreterChanged.private': 'ሓድሽ ኣስተርጓሚ ኣለኩም፦ {interpreter}\nቆጸራኹም ኣብ {clinic}፦ {when}',
    'interpreterLost.private': 'ኣስተርጓሚኹም ክመጽእ ኣይክእልን እዩ። ካልእ ንደሊ ኣሎና።\nቆጸራኹም ኣብ {clinic}፦ {when}',
    'runningLate.neutral': 'ብ{minutes} ደቒቕ ኣቢሉ ደንጉዩ ክጅምር እዩ፦ {when}',
    'runningLate.private': 'ቆጸራኹም ኣብ {clinic} ብ{minutes} ደቒቕ ኣቢሉ ደንጉዩ ክጅምር እዩ፦ {when}',
    'missed.neutral': `ኣይረኸብናኩምን፦ {when}${replies.afterwards}`,
    'missed.private': `ኣብ {clinic} ኣይረኸብናኩምን፦ {when}\nንምምጻእ እንታይ ኣጸጊሙኩም? ክትጽሕፉልና ትኽእሉ ኢኹም።${replies.afterwards}`,
    'preparation.private': 'ቅድሚ ቆጸራኹም ኣብ {clinic}፣ {when}፦ በጃኹም መድሃኒትኩምን ናይ ጥዕና ወረቓቕትኹምን ኣምጽኡ።',
    'whichLanguage.private': 'ኣየናይ ቋንቋ ኢኹም ብዝበለጸ ትዛረቡ? በጃኹም ስሙ ጽሒፍኩም መልሱ።',
    'numberCheck.neutral': 'እዚ ቁጽሪ ክሳብ ሕጂ ናትኩም ድዩ? በጃኹም ብዝኾነ ቃል መልሱ።',
    'optedOut.neutral': 'ናብዚ ቁጽሪ ካልእ መልእኽቲ ኣይክመጽእን እዩ።',
    'understood.neutral': 'መልስኹም በጺሑ ኣሎ፦ {answer}',
    'understood.private': 'መልስኹም በጺሑ ኣሎ፦ {answer}\nቆጸራኹም ኣብ {clinic}፦ {when}',
  }),
};
