/** @jsxImportSource hono/jsx */
import { pageWords, type Writing, writingOf, writings, unreviewed } from '@dragoman/words';
import type { FC } from 'hono/jsx';
import { documentOf, LanguageList, LanguageSwitch, Once } from './layout.page';
import { Listen } from './listen.page';
import { Pictogram, type PictogramName } from './pictograms';
import { Spoken } from './words';

/** ISO 639-2, for a page that speaks to everybody at once. */
const SEVERAL_LANGUAGES = 'mul';
const WORDLESS_TITLE = '·';

type PageWords = ReturnType<typeof pageWords>;

const Leave: FC<{ words: PageWords }> = ({ words }) => (
  <p class="leave">
    <a class="pill" href="about:blank">
      <Pictogram name="exit" />
      {words.leave}
    </a>
  </p>
);

export interface CodePage {
  token: string;
  language: string;
  wasWrong: boolean;
}

/** What somebody else who holds the phone sees: no brand, no clinic, no time, no sender, no name. */
export const codePage = ({ token, language, wasWrong }: CodePage): string => {
  const { lang, dir } = writingOf(language);
  const words = pageWords(unreviewed, language);
  return documentOf({
    lang,
    dir,
    title: words.neutralTitle,
    children: (
      <>
        <header class="top bare">
          <LanguageSwitch label={words.otherLanguage} current={language} writings={writings} />
        </header>
        <main>
          <form class="card code" method="post" action={`/p/${token}/code`}>
            <span class="round">
              <Pictogram name="lock" />
            </span>
            <h1>
              <label for="code">{words.codeQuestion}</label>
            </h1>
            <p class="note" id="hint">
              {words.codeHint}
            </p>
            {wasWrong && (
              <p class="wrong" id="wrong" role="alert">
                {words.codeWrong}
              </p>
            )}
            <input type="hidden" name="lang" value={language} />
            <input
              id="code"
              name="code"
              type="text"
              inputmode="numeric"
              autocomplete="off"
              maxlength={32}
              dir="ltr"
              required
              aria-describedby={wasWrong ? 'wrong hint' : 'hint'}
              aria-invalid={wasWrong ? 'true' : undefined}
            />
            <button class="wide filled" type="submit">
              {words.codeContinue}
              <Pictogram name="forward" />
            </button>
          </form>
          <div class="center">
            <p>
              <strong>{words.codeForgotten}</strong>
            </p>
            <p class="note">{words.codeForgottenHint}</p>
          </div>
          <Leave words={words} />
        </main>
      </>
    ),
  });
};

/** Looking stops nothing: mail programs look at every address in a mail before anybody has read it. */
export const stopPage = ({ token, language }: { token: string; language: string }): string => {
  const { lang, dir } = writingOf(language);
  const words = pageWords(unreviewed, language);
  return documentOf({
    lang,
    dir,
    title: words.neutralTitle,
    children: (
      <>
        <header class="top bare">
          <LanguageSwitch label={words.otherLanguage} current={language} writings={writings} />
        </header>
        <main>
          <form class="card code" method="post" action={`/u/${token}`}>
            <Once />
            <span class="round">
              <Pictogram name="no" />
            </span>
            <h1>{words.stopQuestion}</h1>
            <input type="hidden" name="lang" value={language} />
            <button class="wide filled" type="submit">
              {words.stopConfirm}
            </button>
          </form>
          <Leave words={words} />
        </main>
      </>
    ),
  });
};

type TwoLines = (words: PageWords) => readonly [string, string?];

/** What two languages say in the same words is said once. */
const toldIn = (languages: readonly Writing[], lines: TwoLines) => {
  const told = languages.map(({ language, lang, dir }) => ({ lang, dir, said: lines(pageWords(unreviewed, language)) }));
  const keyOf = ({ said }: (typeof told)[number]): string => said.join('\n');
  return told.filter((one, index) => told.findIndex((other) => keyOf(other) === keyOf(one)) === index);
};

/** A neutral sentence in the language asked for or else in all. */
const sentencePage = (pictogram: PictogramName, language: string | null, lines: TwoLines): string => {
  const asked = language === null ? null : writingOf(language);
  return documentOf({
    lang: asked?.lang ?? SEVERAL_LANGUAGES,
    dir: asked?.dir ?? 'ltr',
    title: asked ? pageWords(unreviewed, asked.language).neutralTitle : WORDLESS_TITLE,
    children: (
      <main>
        <div class="card ended">
          <span class="round">
            <Pictogram name={pictogram} />
          </span>
          <ul>
            {toldIn(asked ? [asked] : writings, lines).map(({ lang, dir, said: [sentence, hint] }) => (
              <li lang={lang} dir={dir}>
                <h1>{sentence}</h1>
                {hint && <p class="note">{hint}</p>}
              </li>
            ))}
          </ul>
        </div>
      </main>
    ),
  });
};

/** The same for an unknown, expired, revoked or finished link. */
export const endedPage = (language: string | null): string =>
  sentencePage('ended', language, ({ linkEnded, linkEndedHint }) => [linkEnded, linkEndedHint]);

/** Something failed on our side while an answer was sent. */
export const notSavedPage = (language: string | null): string =>
  sentencePage('no', language, ({ notSaved }) => [notSaved]);

export const stoppedPage = (language: string): string => sentencePage('saved', language, ({ stopped }) => [stopped]);

/** For a reader whose language we cannot tell: each finds their own name for it, nobody gets English by default. */
export const choosePage = (sound: string | null = null): string =>
  documentOf({
    lang: SEVERAL_LANGUAGES,
    dir: 'ltr',
    title: WORDLESS_TITLE,
    children: (
      <main>
        {sound && <Listen path={sound} label={pageWords(unreviewed, 'en').listen} />}
        <nav class="card ended choices">
          <h1 class="round">
            <Pictogram name="globe" />
            <Spoken text={writings.map(({ language }) => pageWords(unreviewed, language).otherLanguage).join(' · ')} />
          </h1>
          <LanguageList current="" writings={writings} />
        </nav>
      </main>
    ),
  });
