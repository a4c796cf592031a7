import { drafts, replyLines, type ShortKey, type Texts } from '../catalog';

const answers = {
  coming: 'म आउँछु',
  cannotCome: 'म आउन सक्दिनँ',
  callMe: 'मलाई फोन गर्नुहोस्',
  anotherTime: 'अर्को समय',
  anotherInterpreter: 'अर्को दोभाषे',
  wrongLanguage: 'मेरो भाषा होइन',
};
export const replies = replyLines('जवाफ:', answers);
export const where = 'ठाउँ: {place}{who, select, yes {\nदोभाषे: {interpreter}} other {}}';

/** Text messages. */
export const short: Texts<ShortKey> = {
  // In step with the English: these four offer as many answers as its second version.
  ...drafts(2, {
    'confirmed.neutral': `तपाईंको भेट्ने समय: {when}${replies.neutral}`,
    'confirmed.private': `{clinic} मा तपाईंको भेट्ने समय: {when}\n${where}${replies.private}`,
    'reminder.neutral': `तपाईंको भेट्ने समय सम्झाउँदैछौं: {when}${replies.neutral}`,
    'reminder.private': `{clinic} मा तपाईंको भेट्ने समय सम्झाउँदैछौं: {when}\n${where}${replies.private}`,
  }),
  ...drafts(1, {
    'help.neutral': 'तपाईंको सन्देश आइपुग्यो।',
    'help.private': 'यो सन्देश पठाउने: {clinic}{phoned, select, yes {\nफोन: {phone}} other {}}',
    'supporter.neutral': 'भेट्ने समय: {when}',
    'supporter.private': '{clinic} मा {patient} को भेट्ने समय: {when}\nठाउँ: {place}',
    'subject.neutral': 'सन्देश',
    'subject.private': 'तपाईंको भेट्ने समय: {date}',
    'changed.neutral': 'तपाईंको भेट्ने समय बदलियो। नयाँ समय: {when}',
    'changed.private': `{clinic} मा तपाईंको भेट्ने समय बदलियो। अब: {when}\n${where}`,
    'cancelled.neutral': 'यो भेट हुँदैन: {when}',
    'cancelled.private': '{clinic} मा तपाईंको भेट हुँदैन: {when}',
    'interpreterFound.private': 'तपाईंलाई सहयोग गर्न दोभाषे हुनुहुनेछ: {interpreter}\n{clinic} मा तपाईंको भेट्ने समय: {when}',
    'interpreterChanged.private': 'तपाईंको नयाँ दोभाषे: {interpreter}\n{clinic} मा तपाईंको भेट्ने समय: {when}',
    'interpreterLost.private': 'तपाईंको दोभाषे आउन सक्नुहुन्न। हामी अर्को खोज्दैछौं।\n{clinic} मा तपाईंको भेट्ने समय: {when}',
    'runningLate.neutral': 'करिब {minutes} मिनेट ढिलो सुरु हुन्छ: {when}',
    'runningLate.private': '{clinic} मा तपाईंको भेट करिब {minutes} मिनेट ढिलो सुरु हुन्छ: {when}',
    'missed.neutral': `तपाईंसँग भेट भएन: {when}${replies.afterwards}`,
    'missed.private': `{clinic} मा तपाईंसँग भेट भएन: {when}\nआउन के गाह्रो भयो? तपाईं हामीलाई लेख्न सक्नुहुन्छ।${replies.afterwards}`,
    'preparation.private': '{clinic} मा भेट्न आउनुअघि, {when}: कृपया तपाईंका औषधि र स्वास्थ्यका कागजपत्र ल्याउनुहोस्।',
    'whichLanguage.private': 'तपाईं कुन भाषा सबैभन्दा राम्रो बोल्नुहुन्छ? कृपया जवाफमा भाषाको नाम लेख्नुहोस्।',
    'numberCheck.neutral': 'के यो नम्बर अझै तपाईंको हो? कृपया कुनै एउटा शब्दले जवाफ दिनुहोस्।',
    'optedOut.neutral': 'यो नम्बरमा अब कुनै सन्देश आउँदैन।',
    'understood.neutral': 'तपाईंको जवाफ आइपुग्यो: {answer}',
    'understood.private': 'तपाईंको जवाफ आइपुग्यो: {answer}\n{clinic} मा तपाईंको भेट्ने समय: {when}',
  }),
};
