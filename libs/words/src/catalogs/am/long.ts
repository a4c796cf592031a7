import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `በ{clinic} ቀጠሮ አለዎት።\nመቼ፦ {when}\n${where}${replies.private}`,
  reminder: `በ{clinic} ያለዎትን ቀጠሮ እናስታውስዎታለን።\nመቼ፦ {when}\n${where}${replies.private}`,
  answerByPhone: 'መልስ ለመስጠት ይደውሉ፦ {phone}',
  changed: `በ{clinic} ያለዎት ቀጠሮ ተቀይሯል።\nአዲሱ ጊዜ፦ {when}\n${where}`,
  cancelled: 'በ{clinic} ያለዎት ቀጠሮ አይካሄድም፦ {when}\nመምጣት አያስፈልግዎትም። አዲስ ቀጠሮ ለመያዝ እባክዎ ይደውሉልን።{phoned, select, yes {\nስልክ፦ {phone}} other {}}',
  interpreterFound: 'በ{clinic} ላለዎት ቀጠሮ አስተርጓሚ አግኝተናል።\nአስተርጓሚ፦ {interpreter}\nመቼ፦ {when}',
  interpreterChanged: 'በ{clinic} ላለዎት ቀጠሮ ሌላ አስተርጓሚ ይመጣሉ።\nአስተርጓሚ፦ {interpreter}\nመቼ፦ {when}',
  interpreterLost: 'በ{clinic} ላለዎት ቀጠሮ የተመደቡት አስተርጓሚ መምጣት አይችሉም። ሌላ አስተርጓሚ እየፈለግን ነው፣ እናሳውቅዎታለን።\nመቼ፦ {when}',
  missed: 'በ{clinic} አላገኘንዎትም፦ {when}\nልንረዳዎ እንድንችል፣ ለመምጣት ምን እንዳስቸገረዎት ማወቅ እንፈልጋለን። ይደውሉልን፣ አዲስ ጊዜ እናገኛለን።{phoned, select, yes {\nስልክ፦ {phone}} other {}}',
  preparation: 'በ{clinic} ካለዎት ቀጠሮ በፊት፦ {when}\nእባክዎ መድኃኒቶችዎን እና ስለ ጤናዎ ያሉዎትን ወረቀቶች ይዘው ይምጡ።',
  rights: 'አስተርጓሚ የማግኘት መብት አለዎት። ምንም አይከፍሉም። አስተርጓሚው የሰሙትን ለማንም አይናገሩም። ምክንያት ሳይናገሩ ሌላ አስተርጓሚ መጠየቅ ይችላሉ።',
  assurance: 'ለአስተርጓሚ ምንም አይከፍሉም። አስተርጓሚው የሰሙትን ለማንም አይናገሩም። ሌላ አስተርጓሚ መጠየቅ ይችላሉ።',
  interpreterJoins: '{modality, select, video {አስተርጓሚዎ በቪዲዮ ይገኛሉ።} phone {አስተርጓሚዎ በስልክ ይገኛሉ።} other {አስተርጓሚዎ እዚያው ከእርስዎ ጋር ይሆናሉ።}}',
  callUs: 'ይደውሉልን፦ {phone}',
});
