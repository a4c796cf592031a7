import { answerForm, codeForm, languageOf, visitQuery, wishForm } from './page.schema';

describe('what a browser sends to a page', () => {
  it.each(['4711', ' 4711 ', '٤٧١١', '۴۷۱۱', '४७११', '４７１１'])('reads the code %s on any keyboard', (code) => {
    expect(codeForm.parse({ code }).code).toBe('4711');
  });

  it('takes a language we do not have for none, because links get mangled', () => {
    expect(visitQuery.parse({ lang: 'xx', change: 'yes', utm_source: 'sms' })).toEqual({});
    expect(visitQuery.parse({ lang: 'ckb', change: '1' })).toEqual({ lang: 'ckb', change: '1' });
  });

  it('takes no answer and no wish but those on the page, and a wish for no answer', () => {
    expect(answerForm.safeParse({ answer: 'cancel' }).success).toBe(false);
    expect(answerForm.parse({ answer: 'call-me', lang: 'so' })).toEqual({ answer: 'call-me', lang: 'so' });
    expect(answerForm.safeParse({ answer: 'another-time' }).success).toBe(false);
    expect(answerForm.safeParse({ answer: 'another-interpreter' }).success).toBe(false);
    expect(wishForm.parse({ wish: 'another-interpreter' })).toEqual({ wish: 'another-interpreter' });
    expect(wishForm.safeParse({ wish: 'another-interpreter', reason: 'x' }).data).not.toHaveProperty('reason');
    expect(visitQuery.parse({ wished: 'coming' })).toEqual({});
  });

  it('finds the language in anything or nothing', () => {
    expect([undefined, 'text', { lang: 'nn' }, { lang: 'ti' }].map(languageOf)).toEqual([null, null, null, 'ti']);
  });
});
