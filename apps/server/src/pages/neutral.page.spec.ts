import { pageWords, writings, unreviewed } from '@dragoman/words';
import { choosePage, codePage, endedPage, notSavedPage } from './neutral.page';

const token = 'Q2hlY2tpbmcgdGhlIGxpbg';

/** Whatever tells a stranger what the page is about. */
const telling = /clinic|appoint|interpret|dragoman|health|patient|hospital|\d{1,2}:\d{2}|\d{4}/i;

const visible = (page: string): string => page.replace(/<head>.*<\/head>/s, '').replace(/<[^>]+>/g, ' ').replaceAll(token, '');
const titleOf = (page: string): string => /<title>(.*)<\/title>/.exec(page)?.[1] ?? '';

describe('the page on a phone that others hold', () => {
  it.each(writings)('reveals nothing in $englishName but that a code is asked', ({ language, lang, dir }) => {
    const page = codePage({ token, language, wasWrong: false });
    const words = pageWords(unreviewed, language);
    expect(page).toContain(`<html lang="${lang}" dir="${dir}">`);
    expect(titleOf(page)).toBe(words.neutralTitle);
    expect(visible(page)).not.toMatch(telling);
    for (const word of [words.title, words.clinicLabel, words.interpreterLabel, words.question])
      expect(page).not.toContain(word);
  });

  it('says the same for every wrong code, and says it to a screen reader', () => {
    const page = codePage({ token, language: 'en', wasWrong: true });
    expect(page).toContain('This code does not work. Please try again.');
    expect(page).toContain('aria-describedby="wrong hint"');
    expect(page).toContain('aria-invalid="true"');
  });

  it('never lets a browser offer to remember the code', () => {
    expect(codePage({ token, language: 'en', wasWrong: false })).toMatch(/id="code" name="code" type="text"[^>]*autocomplete="off"/);
  });
});

describe('a link that has ended', () => {
  it('says so in the language that was asked for', () => {
    const page = endedPage('prs');
    expect(page).toContain('<html lang="prs" dir="rtl">');
    expect(page).toContain(pageWords(unreviewed, 'prs').linkEnded);
    expect(page).not.toContain(pageWords(unreviewed, 'en').linkEnded);
  });

  it('says so in every language when none is known, and once where two say it in the same words', () => {
    const page = endedPage(null);
    const said = [...page.matchAll(/<h1>(.*?)<\/h1><p class="note">(.*?)<\/p>/g)].map(([, ...lines]) => lines.join());
    const known = new Set(writings.map(({ language }) => pageWords(unreviewed, language)).map(({ linkEnded, linkEndedHint }) => `${linkEnded},${linkEndedHint}`));
    expect(known.size).toBeLessThan(writings.length);
    expect(said).toEqual([...known]);
    for (const { lang, dir } of writings.filter(({ language }) => ['ar', 'ti', 'prs', 'ckb', 'en'].includes(language))) expect(page).toContain(`<li lang="${lang}" dir="${dir}">`);
    expect(visible(page)).not.toMatch(telling);
  });
});

it('says in every language that an answer was not saved', () => {
  for (const { language } of writings) expect(notSavedPage(null)).toContain(pageWords(unreviewed, language).notSaved);
});

it('lets a reader whose language is not known find it, and shows nobody English instead', () => {
  const page = choosePage();
  expect(page).toContain('<html lang="mul"');
  expect(page.match(/<a href="\?lang=/g)).toHaveLength(writings.length);
  expect(visible(page)).not.toMatch(telling);
});
