import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `لە {clinic} چاوپێکەوتنتان هەیە.\nکەی: {when}\n${where}${replies.private}`,
  reminder: `چاوپێکەوتنەکەتان لە {clinic} بیر دەخەینەوە.\nکەی: {when}\n${where}${replies.private}`,
  answerByPhone: 'بۆ وەڵام تەلەفۆن بکەن: {phone}',
  changed: `چاوپێکەوتنەکەتان لە {clinic} گۆڕا.\nکاتی نوێ: {when}\n${where}`,
  cancelled: 'چاوپێکەوتنەکەتان لە {clinic} بەڕێوە ناچێت: {when}\nپێویست ناکات بێن. بۆ کاتێکی نوێ تکایە تەلەفۆنمان بۆ بکەن.{phoned, select, yes {\nتەلەفۆن: {phone}} other {}}',
  interpreterFound: 'بۆ چاوپێکەوتنەکەتان لە {clinic} وەرگێڕمان دۆزییەوە.\nوەرگێڕ: {interpreter}\nکەی: {when}',
  interpreterChanged: 'وەرگێڕێکی تر دێت بۆ چاوپێکەوتنەکەتان لە {clinic}.\nوەرگێڕ: {interpreter}\nکەی: {when}',
  interpreterLost: 'وەرگێڕی چاوپێکەوتنەکەتان لە {clinic} ناتوانێت بێت. بەدوای یەکێکی تردا دەگەڕێین و پێتان دەڵێین.\nکەی: {when}',
  missed: 'ئێوەمان لە {clinic} نەبینی: {when}\nدەمانەوێت بزانین چی هاتنی قورس کرد، بۆ ئەوەی یارمەتیتان بدەین. تەلەفۆنمان بۆ بکەن، کاتێکی نوێ دەدۆزینەوە.{phoned, select, yes {\nتەلەفۆن: {phone}} other {}}',
  preparation: 'پێش چاوپێکەوتنەکەتان لە {clinic}: {when}\nتکایە دەرمانەکانتان و کاغەزە تەندروستییەکانتان بهێنن.',
  rights: 'مافی ئەوەتان هەیە وەرگێڕی بێبەرامبەرتان هەبێت. وەرگێڕ نهێنیتان دەپارێزێت. دەتوانن داوای یەکێکی تر بکەن بێ ئەوەی هۆکار بڵێن.',
  assurance: 'وەرگێڕەکەتان بێبەرامبەرە و نهێنیتان دەپارێزێت. دەتوانن داوای یەکێکی تر بکەن.',
  interpreterJoins: '{modality, select, video {وەرگێڕەکەتان بە ڤیدیۆ بەشدار دەبێت.} phone {وەرگێڕەکەتان بە تەلەفۆن بەشدار دەبێت.} other {وەرگێڕەکەتان لەوێ لەگەڵتان دەبێت.}}',
  callUs: 'تەلەفۆنمان بۆ بکەن: {phone}',
});
