import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `{clinic}-এ আপনার অ্যাপয়েন্টমেন্ট আছে।\nকখন: {when}\n${where}${replies.private}`,
  reminder: `{clinic}-এ আপনার অ্যাপয়েন্টমেন্ট মনে করিয়ে দিচ্ছি।\nকখন: {when}\n${where}${replies.private}`,
  answerByPhone: 'উত্তর দিতে ফোন করুন: {phone}',
  changed: `{clinic}-এ আপনার অ্যাপয়েন্টমেন্ট বদলেছে।\nনতুন সময়: {when}\n${where}`,
  cancelled: '{clinic}-এ আপনার অ্যাপয়েন্টমেন্ট হবে না: {when}\nআপনাকে আসতে হবে না। নতুন সময়ের জন্য দয়া করে আমাদের ফোন করুন।{phoned, select, yes {\nফোন: {phone}} other {}}',
  interpreterFound: '{clinic}-এ আপনার অ্যাপয়েন্টমেন্টের জন্য দোভাষী পাওয়া গেছে।\nদোভাষী: {interpreter}\nকখন: {when}',
  interpreterChanged: '{clinic}-এ আপনার অ্যাপয়েন্টমেন্টে অন্য দোভাষী আসবেন।\nদোভাষী: {interpreter}\nকখন: {when}',
  interpreterLost: '{clinic}-এ আপনার অ্যাপয়েন্টমেন্টের দোভাষী আসতে পারবেন না। আমরা অন্য কাউকে খুঁজছি এবং আপনাকে জানাব।\nকখন: {when}',
  missed: '{clinic}-এ আপনার সঙ্গে দেখা হয়নি: {when}\nআসতে কী অসুবিধা হয়েছিল তা জানতে চাই, যাতে সাহায্য করতে পারি। আমাদের ফোন করুন, আমরা নতুন সময় খুঁজে দেব।{phoned, select, yes {\nফোন: {phone}} other {}}',
  preparation: '{clinic}-এ আপনার অ্যাপয়েন্টমেন্টের আগে: {when}\nদয়া করে আপনার ওষুধ ও স্বাস্থ্যের কাগজপত্র সঙ্গে আনুন।',
  rights: 'বিনা খরচে দোভাষী পাওয়া আপনার অধিকার। দোভাষী আপনার কথা গোপন রাখেন। কারণ না বলেও আপনি অন্য দোভাষী চাইতে পারেন।',
  assurance: 'আপনার দোভাষীর জন্য খরচ নেই এবং তিনি কথা গোপন রাখেন। আপনি অন্য কাউকে চাইতে পারেন।',
  interpreterJoins: '{modality, select, video {আপনার দোভাষী ভিডিওতে যোগ দেবেন।} phone {আপনার দোভাষী ফোনে যোগ দেবেন।} other {আপনার দোভাষী সেখানে আপনার সঙ্গে থাকবেন।}}',
  callUs: 'আমাদের ফোন করুন: {phone}',
});
