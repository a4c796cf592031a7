/** @jsxImportSource hono/jsx */
import { newId } from '@dragoman/kernel';
import type { Writing } from '@dragoman/words';
import type { Child, FC } from 'hono/jsx';
import { KEY_HEADER } from '../http/idempotency-key';
import { pageAssets } from './assets';
import { Pictogram, type PictogramName } from './pictograms';

interface DocumentProps {
  lang: string;
  dir: 'ltr' | 'rtl';
  title: string;
  /** `work` for people who interpret: smaller type, a docked decision. */
  mood?: 'work';
  children?: Child;
}

const Document: FC<DocumentProps> = ({ lang, dir, title, mood, children }) => (
  <html lang={lang} dir={dir}>
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex, nofollow" />
      <meta name="referrer" content="no-referrer" />
      <meta name="format-detection" content="telephone=no, date=no, address=no" />
      <link rel="stylesheet" href={pageAssets().stylesheet.path} />
      {mood && <link rel="stylesheet" href={pageAssets().workStylesheet.path} />}
      <link rel="icon" href="data:," />
    </head>
    <body class={mood ? `${mood} page` : 'page'}>{children}</body>
  </html>
);

/** A whole page as text; what people or clinics wrote is escaped. */
export const documentOf = (props: DocumentProps): string => `<!doctype html>${String(<Document {...props} />)}`;

/** In each form that changes something: pressed twice, or sent again by a phone that heard no answer, it counts once. */
export const Once: FC = () => <input type="hidden" name={KEY_HEADER} value={newId()} />;

interface LanguageSwitchProps {
  label: string;
  current: string;
  writings: readonly Writing[];
}

/** Every language by its own name in its own script; opens without a script. */
export const LanguageSwitch: FC<LanguageSwitchProps> = ({ label, current, writings }) => (
  <details class="languages">
    <summary>
      <Pictogram name="globe" />
      {label}
    </summary>
    <LanguageList current={current} writings={writings} />
  </details>
);

export const LanguageList: FC<Omit<LanguageSwitchProps, 'label'>> = ({ current, writings }) => (
  <ul>
    {writings.map(({ language, lang, dir, autonym }) => (
      <li>
        <a href={`?lang=${language}`} lang={lang} dir={dir} aria-current={language === current ? 'true' : undefined}>
          {autonym}
        </a>
      </li>
    ))}
  </ul>
);

/** One thing to say, to people who work with us. */
export const noticePage = (title: string, pictogram: PictogramName, sentence: string): string =>
  documentOf({
    lang: 'en',
    dir: 'ltr',
    title,
    mood: 'work',
    children: (
      <main>
        <div class="card ended">
          <span class="round">
            <Pictogram name={pictogram} />
          </span>
          <h1>{title}</h1>
          <p class="note">{sentence}</p>
        </div>
      </main>
    ),
  });
