import { drafts, type LongKey, type Texts } from '../catalog';
import { replies, where } from './short';

/** Emails and letters. */
export const long: Texts<LongKey> = drafts(1, {
  confirmed: `{clinic} मा तपाईंको भेट्ने समय तोकिएको छ।\nकहिले: {when}\n${where}${replies.private}`,
  reminder: `{clinic} मा तपाईंको भेट्ने समय सम्झाउँदैछौं।\nकहिले: {when}\n${where}${replies.private}`,
  answerByPhone: 'जवाफ दिन फोन गर्नुहोस्: {phone}',
  changed: `{clinic} मा तपाईंको भेट्ने समय बदलियो।\nनयाँ समय: {when}\n${where}`,
  cancelled: '{clinic} मा तपाईंको भेट हुँदैन: {when}\nतपाईंले आउनु पर्दैन। नयाँ समयका लागि कृपया हामीलाई फोन गर्नुहोस्।{phoned, select, yes {\nफोन: {phone}} other {}}',
  interpreterFound: '{clinic} मा तपाईंको भेटका लागि दोभाषे भेटियो।\nदोभाषे: {interpreter}\nकहिले: {when}',
  interpreterChanged: '{clinic} मा तपाईंको भेटमा अर्को दोभाषे आउनुहुनेछ।\nदोभाषे: {interpreter}\nकहिले: {when}',
  interpreterLost: '{clinic} मा तपाईंको भेटका लागि दोभाषे आउन सक्नुहुन्न। हामी अर्को खोज्दैछौं र तपाईंलाई खबर गर्नेछौं।\nकहिले: {when}',
  missed: '{clinic} मा तपाईंसँग भेट भएन: {when}\nआउन के गाह्रो भयो, हामी जान्न चाहन्छौं, ताकि सहयोग गर्न सकौं। हामीलाई फोन गर्नुहोस्, हामी नयाँ समय खोजिदिन्छौं।{phoned, select, yes {\nफोन: {phone}} other {}}',
  preparation: '{clinic} मा तपाईंको भेट हुनुअघि: {when}\nकृपया तपाईंका औषधि र स्वास्थ्यका कागजपत्र ल्याउनुहोस्।',
  rights: 'दोभाषे पाउनु तपाईंको अधिकार हो। तपाईंले पैसा तिर्नु पर्दैन। दोभाषेले तपाईंको कुरा गोप्य राख्नुहुन्छ। कारण नभनी पनि तपाईं अर्को दोभाषे माग्न सक्नुहुन्छ।',
  assurance: 'दोभाषेका लागि पैसा लाग्दैन र तपाईंको कुरा गोप्य रहन्छ। तपाईं अर्को माग्न सक्नुहुन्छ।',
  interpreterJoins: '{modality, select, video {तपाईंको दोभाषे भिडियोबाट सहभागी हुनुहुनेछ।} phone {तपाईंको दोभाषे फोनबाट सहभागी हुनुहुनेछ।} other {तपाईंको दोभाषे त्यहीँ तपाईंसँग हुनुहुनेछ।}}',
  callUs: 'हामीलाई फोन गर्नुहोस्: {phone}',
});
