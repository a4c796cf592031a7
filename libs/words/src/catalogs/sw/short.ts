import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'nitakuja',
  cannotCome: 'siwezi kuja',
  callMe: 'nipigieni simu',
  anotherTime: 'siku au saa nyingine',
  anotherInterpreter: 'mkalimani mwingine',
  wrongLanguage: 'si lugha yangu',
};
export const replies = replyLines('Jibu:', answers);
export const where = 'Mahali: {place}{who, select, yes {\nMkalimani: {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  ...drafts(2, {
    'confirmed.neutral': `Miadi yako: {when}${replies.neutral}`,
    'confirmed.private': `Miadi yako katika {clinic}: {when}\n${where}${replies.private}`,
    'reminder.neutral': `Tunakukumbusha miadi yako: {when}${replies.neutral}`,
    'reminder.private': `Tunakukumbusha miadi yako katika {clinic}: {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'Ujumbe wako umefika.',
    'help.private': 'Ujumbe huu umetoka {clinic}.{phoned, select, yes {\nSimu: {phone}} other {}}',
    'supporter.neutral': 'Miadi: {when}',
    'supporter.private': 'Miadi ya {patient} katika {clinic}: {when}\nMahali: {place}',
    'subject.neutral': 'Ujumbe',
    'subject.private': 'Miadi yako: {date}',
    'changed.neutral': 'Wakati wa miadi yako umebadilika. Wakati mpya: {when}',
    'changed.private': `Miadi yako katika {clinic} imebadilika. Sasa ni: {when}\n${where}`,
    'cancelled.neutral': 'Miadi hii haitafanyika: {when}',
    'cancelled.private': 'Miadi yako katika {clinic} haitafanyika: {when}',
    'interpreterFound.private': 'Mkalimani atakuwa nawe: {interpreter}\nMiadi yako katika {clinic}: {when}',
    'interpreterChanged.private': 'Mkalimani wako sasa ni mwingine: {interpreter}\nMiadi yako katika {clinic}: {when}',
    'interpreterLost.private': 'Mkalimani wako hawezi kuja. Tunatafuta mwingine.\nMiadi yako katika {clinic}: {when}',
    'runningLate.neutral': 'Itachelewa kuanza kwa dakika {minutes} hivi: {when}',
    'runningLate.private': 'Miadi yako katika {clinic} itachelewa kuanza kwa dakika {minutes} hivi: {when}',
    'missed.neutral': `Hatukukuona: {when}${replies.afterwards}`,
    'missed.private': `Hatukukuona katika {clinic}: {when}\nNi nini kilichofanya iwe vigumu kuja? Unaweza kutuandikia.${replies.afterwards}`,
    'preparation.private': 'Kabla ya miadi yako katika {clinic}, {when}: tafadhali njoo na dawa zako na karatasi zozote kuhusu afya yako.',
    'whichLanguage.private': 'Ni lugha gani unayoizungumza vizuri zaidi? Tafadhali jibu kwa kuandika jina la lugha hiyo.',
    'numberCheck.neutral': 'Je, namba hii bado ni yako? Tafadhali jibu kwa neno lolote.',
    'optedOut.neutral': 'Ujumbe hautatumwa tena kwa namba hii.',
    'understood.neutral': 'Jibu lako limefika: {answer}',
    'understood.private': 'Jibu lako limefika: {answer}\nMiadi yako katika {clinic}: {when}',
  }),
};
