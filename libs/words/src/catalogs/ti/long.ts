import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `ቆጸራ ኣብ {clinic} ኣለኩም።\nመዓስ፦ {when}\n${where}${replies.private}`,
  reminder: `ቆጸራኹም ኣብ {clinic} ነዘኻኽረኩም።\nመዓስ፦ {when}\n${where}${replies.private}`,
  answerByPhone: 'ንመልሲ ደውሉ፦ {phone}',
  changed: `ቆጸራኹም ኣብ {clinic} ተቐዪሩ ኣሎ።\nሓድሽ ግዜ፦ {when}\n${where}`,
  cancelled: 'ቆጸራኹም ኣብ {clinic} ኣይክካየድን እዩ፦ {when}\nምምጻእ ኣየድልየኩምን እዩ። ሓድሽ ቆጸራ ንምሕታት በጃኹም ደውሉልና።{phoned, select, yes {\nስልኪ፦ {phone}} other {}}',
  interpreterFound: 'ንቆጸራኹም ኣብ {clinic} ኣስተርጓሚ ረኺብና ኣሎና።\nኣስተርጓሚ፦ {interpreter}\nመዓስ፦ {when}',
  interpreterChanged: 'ናብ ቆጸራኹም ኣብ {clinic} ካልእ ኣስተርጓሚ ክመጽእ እዩ።\nኣስተርጓሚ፦ {interpreter}\nመዓስ፦ {when}',
  interpreterLost: 'ናይ ቆጸራኹም ኣስተርጓሚ ናብ {clinic} ክመጽእ ኣይክእልን እዩ። ካልእ ንደሊ ኣሎና፣ ክንነግረኩም ኢና።\nመዓስ፦ {when}',
  missed: 'ኣብ {clinic} ኣይረኸብናኩምን፦ {when}\nንምምጻእ እንታይ ከም ዘጸገመኩም ክንፈልጥን ክንሕግዘኩምን ንደሊ። ደውሉልና፣ ሓድሽ ግዜ ክንረክብ ኢና።{phoned, select, yes {\nስልኪ፦ {phone}} other {}}',
  preparation: 'ቅድሚ ቆጸራኹም ኣብ {clinic}፦ {when}\nበጃኹም መድሃኒትኩምን ናይ ጥዕና ወረቓቕትኹምን ኣምጽኡ።',
  rights: 'ናጻ ኣስተርጓሚ ናይ ምርካብ መሰል ኣለኩም። ኣስተርጓሚ ምስጢርኩም ይሕሉ። ምኽንያት ከይሃብኩም ካልእ ክትሓቱ ትኽእሉ ኢኹም።',
  assurance: 'ኣስተርጓሚኹም ብናጻን ብምስጢርን እዩ ዝሰርሕ። ካልእ ክትሓቱ ትኽእሉ ኢኹም።',
  interpreterJoins: '{modality, select, video {ኣስተርጓሚኹም ብቪድዮ ክሳተፍ እዩ።} phone {ኣስተርጓሚኹም ብስልኪ ክሳተፍ እዩ።} other {ኣስተርጓሚኹም ኣብቲ ቦታ ምሳኹም ክኸውን እዩ።}}',
  callUs: 'ደውሉልና፦ {phone}',
});
