import type { CatalogText, PatientCatalog } from './catalogs/catalog';
import { allCatalogs } from './catalogs/catalogs';
import { whenWords } from './dates';
import { phrases } from './phrases';
import { spokenOnly } from './spoken-only';
import { plainText } from './text';
import { type TextForm, textForms, textsIn } from './texts';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** `draft v2`; of several, all that there are. */
const standing = (texts: readonly CatalogText[]): string =>
  [...new Set(texts.map(({ reviewState, version }) => `${reviewState} v${version}`))].sort().join(', ') || '–';

/** `interpreterFound.private` is of the kind “interpreter found”; a page is one. */
const kindOf = (form: TextForm, key: string): string =>
  form === 'page' ? 'page' : (key.split('.')[0] ?? key).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const nameOf = ({ englishName, autonym, language }: PatientCatalog): string => (language === 'en' ? englishName : `${englishName} (${autonym})`);

export const formTitles: Readonly<Record<TextForm, string>> = {
  short: 'Short: text messages, and anything on a shared channel',
  long: 'Long: emails and letters on a private channel',
  spoken: 'Spoken: calls in a machine’s voice',
  'easy-read': 'Easy read: letters, one sentence beside one picture',
  page: 'Pages behind a link',
};

const kindsIn = (form: TextForm): string[] => [
  ...new Set(allCatalogs.flatMap(textsIn).filter((entry) => entry.form === form).map(({ key }) => kindOf(form, key))),
];

const formTable = (form: TextForm): string => {
  const kinds = kindsIn(form);
  const rows = allCatalogs.map((catalog) => {
    const entries = textsIn(catalog).filter((entry) => entry.form === form);
    return [nameOf(catalog), ...kinds.map((kind) => standing(entries.filter(({ key }) => kindOf(form, key) === kind).map(({ text }) => text)))];
  });
  return [`### ${formTitles[form]}`, '', table(['language', ...kinds], rows)].join('\n');
};

/** Which texts there are in which language and form, and whether anybody who reads it has checked them. For docs/languages.md. */
export const textsTable = (): string => textForms.map(formTable).join('\n\n');

/**
 * How a language is heard: by a machine's voice, and by the recordings of a variety, of which none is shipped; and the varieties that
 * are heard only.
 */
export const audioTable = (): string =>
  table(
    ['language', 'machine’s voice', 'understood by speakers of', `recorded phrases shipped (of ${phrases.length})`, 'written'],
    [
      ...allCatalogs.map((catalog) => [nameOf(catalog), catalog.spoken?.voice.name ?? '–', catalog.spoken?.speakers.join(', ') || '–', '0', 'yes']),
      ...spokenOnly.map(({ name, why }) => [name, '–', '–', '0', `no: ${why}`]),
    ],
  );

/** One appointment, and a day on which month and day could be taken for each other. */
const examples = [new Date('2026-12-01T14:30:00Z'), new Date('2026-12-17T02:00:00Z')];

/** The same instants as each language says them. For docs/languages.md. */
export const sentencesTable = (): string =>
  table(
    ['language', 'Tuesday 1 December 2026, 14:30', 'Thursday 17 December 2026, 02:00'],
    allCatalogs.map(({ language, englishName, dir }) => [
      englishName,
      ...examples.map((startsAt) => plainText(whenWords(language, { startsAt, zone: 'Europe/London' }).phrase, dir).replaceAll('\u00a0', ' ')),
    ]),
  );

/** For the README: how many texts there are, and how far each can be trusted. */
export const textsSummary = (): string => {
  const texts = allCatalogs.flatMap((catalog) => textsIn(catalog).map(({ text }) => text));
  const drafts = texts.filter(({ reviewState }) => reviewState === 'draft').length;
  const reviewed = texts.filter(({ reviewState }) => reviewState === 'reviewed').length;
  const names = allCatalogs.filter(({ language }) => language !== 'en').map(({ englishName }) => englishName);
  const voices = allCatalogs.filter(({ spoken }) => spoken !== null).length;
  return `${texts.length} texts in English, ${names.slice(0, -1).join(', ')} and ${names.at(-1)}: ${drafts} written by a machine and reviewed by nobody yet, ${reviewed} reviewed. A machine’s voice speaks ${voices} of them; no recordings are shipped. [Which, and how dates are said](docs/languages.md).`;
};
