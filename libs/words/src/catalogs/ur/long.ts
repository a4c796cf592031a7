import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `{clinic} میں آپ کی اپائنٹمنٹ ہے۔\nکب: {when}\n${where}${replies.private}`,
  reminder: `{clinic} میں آپ کی اپائنٹمنٹ کی یاددہانی۔\nکب: {when}\n${where}${replies.private}`,
  answerByPhone: 'جواب دینے کے لیے فون کریں: {phone}',
  changed: `{clinic} میں آپ کی اپائنٹمنٹ بدل گئی ہے۔\nنیا وقت: {when}\n${where}`,
  cancelled: '{clinic} میں آپ کی اپائنٹمنٹ نہیں ہوگی: {when}\nآپ کو آنے کی ضرورت نہیں۔ نئے وقت کے لیے براہ کرم ہمیں فون کریں۔{phoned, select, yes {\nفون: {phone}} other {}}',
  interpreterFound: '{clinic} میں آپ کی اپائنٹمنٹ کے لیے ترجمان مل گئے ہیں۔\nترجمان: {interpreter}\nکب: {when}',
  interpreterChanged: '{clinic} میں آپ کی اپائنٹمنٹ پر دوسرے ترجمان آئیں گے۔\nترجمان: {interpreter}\nکب: {when}',
  interpreterLost: '{clinic} میں آپ کی اپائنٹمنٹ کے ترجمان نہیں آ سکتے۔ ہم دوسرے کو تلاش کر رہے ہیں اور آپ کو بتائیں گے۔\nکب: {when}',
  missed: '{clinic} میں آپ سے ملاقات نہیں ہوئی: {when}\nہم جاننا چاہتے ہیں کہ آنے میں کیا مشکل تھی تاکہ مدد کر سکیں۔ ہمیں فون کریں، ہم نیا وقت ڈھونڈ لیں گے۔{phoned, select, yes {\nفون: {phone}} other {}}',
  preparation: '{clinic} میں آپ کی اپائنٹمنٹ سے پہلے: {when}\nبراہ کرم اپنی دوائیں اور صحت کے کاغذات ساتھ لائیں۔',
  rights: 'مفت ترجمان آپ کا حق ہے۔ ترجمان آپ کی باتیں راز میں رکھتے ہیں۔ آپ وجہ بتائے بغیر دوسرے ترجمان مانگ سکتے ہیں۔',
  assurance: 'آپ کے ترجمان مفت ہیں اور بات راز میں رکھتے ہیں۔ آپ دوسرے مانگ سکتے ہیں۔',
  interpreterJoins: '{modality, select, video {آپ کے ترجمان ویڈیو پر شامل ہوں گے۔} phone {آپ کے ترجمان فون پر شامل ہوں گے۔} other {آپ کے ترجمان وہیں آپ کے ساتھ ہوں گے۔}}',
  callUs: 'ہمیں فون کریں: {phone}',
});
