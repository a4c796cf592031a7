import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `Una miadi katika {clinic}.\nLini: {when}\n${where}${replies.private}`,
  reminder: `Tunakukumbusha miadi yako katika {clinic}.\nLini: {when}\n${where}${replies.private}`,
  answerByPhone: 'Ili kujibu, piga simu: {phone}',
  changed: `Miadi yako katika {clinic} imebadilika.\nWakati mpya: {when}\n${where}`,
  cancelled: 'Miadi yako katika {clinic} haitafanyika: {when}\nHuhitaji kuja. Ili kupata miadi mingine, tafadhali tupigie simu.{phoned, select, yes {\nSimu: {phone}} other {}}',
  interpreterFound: 'Tumepata mkalimani kwa miadi yako katika {clinic}.\nMkalimani: {interpreter}\nLini: {when}',
  interpreterChanged: 'Mkalimani mwingine atakuja kwenye miadi yako katika {clinic}.\nMkalimani: {interpreter}\nLini: {when}',
  interpreterLost: 'Mkalimani wa miadi yako katika {clinic} hawezi kuja. Tunatafuta mwingine na tutakujulisha.\nLini: {when}',
  missed: 'Hatukukuona katika {clinic}: {when}\nTungependa kujua ni nini kilichofanya iwe vigumu kuja, ili tuweze kukusaidia. Tupigie simu na tutatafuta wakati mwingine.{phoned, select, yes {\nSimu: {phone}} other {}}',
  preparation: 'Kabla ya miadi yako katika {clinic}: {when}\nTafadhali njoo na dawa zako na karatasi zozote kuhusu afya yako.',
  rights: 'Una haki ya kupata mkalimani. Hulipi chochote. Mkalimani hamwambii mtu yeyote anayoyasikia. Unaweza kuomba mwingine bila kusema sababu.',
  assurance: 'Huduma ya mkalimani ni bure kwako. Mkalimani hamwambii mtu yeyote anayoyasikia. Unaweza kuomba mwingine.',
  interpreterJoins: '{modality, select, video {Mkalimani wako atakuwa nawe kwa video.} phone {Mkalimani wako atakuwa nawe kwa simu.} other {Mkalimani wako atakuwa pale pamoja nawe.}}',
  callUs: 'Tupigie simu: {phone}',
});
