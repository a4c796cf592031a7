import { pageReviewState, pageWords, savedAnswer, writingOf, writings } from './render';
import { plainText } from './text';
import { unreviewed } from './wordbook';

const at = { startsAt: new Date('2026-12-17T14:30:00Z'), zone: 'Europe/London' };

describe("the words of the patient's page", () => {
  it('ask one question and offer three answers in the first person', () => {
    expect(pageWords(unreviewed, 'ar')).toMatchObject({
      question: 'هل يمكنك المجيء؟',
      answerComing: 'سآتي',
      answerCannotCome: 'لا أستطيع المجيء',
      answerCallMe: 'اتصلوا بي',
    });
  });

  it('repeat the answer that was saved, with its date isolated', () => {
    const saved = savedAnswer(unreviewed, 'ar', 'cannot-come', at);
    expect(plainText(saved, 'ltr')).toBe('جوابك: لا أستطيع المجيء، الخميس 17/12/2026، الساعة\u00a014:30 بعد الظهر.');
    expect(saved.filter(({ dir }) => dir === 'ltr').map(({ text }) => text)).toEqual(['17/12/2026', '14:30']);
    expect(plainText(savedAnswer(unreviewed, 'en', 'coming', at), 'ltr')).toContain('You are coming on Thursday 17 December 2026');
  });

  it('admit to being a draft, except in English', () => {
    for (const { language } of writings) expect([language, pageReviewState(unreviewed, language)]).toEqual([language, language === 'en' ? 'source' : 'draft']);
  });

  it('name each language in its own script for the person who needs another', () => {
    expect(writingOf('ti')).toEqual({ language: 'ti', lang: 'ti', dir: 'ltr', autonym: 'ትግርኛ', englishName: 'Tigrinya' });
  });
});
