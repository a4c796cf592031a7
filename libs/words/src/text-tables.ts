import type { CatalogText, PatientCatalog } from './catalogs/catalog';
import { allCatalogs } from './catalogs/catalogs';
import { spokenCatalogOf } from './catalogs/spoken';
import { whenWords } from './dates';
import { plainText } from './text';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const stateWords: Readonly<Record<CatalogText['reviewState'], string>> = { source: 'source', draft: 'draft', reviewed: 'reviewed' };

/** `draft v2`; of several, all that there are. */
const standing = (texts: readonly CatalogText[]): string => {
  if (texts.length === 0) return '–';
  return [...new Set(texts.map(({ reviewState, version }) => `${stateWords[reviewState]} v${version}`))].sort().join(', ');
};

const kindsOf = ({ messages, page, reviewedOnly, language }: PatientCatalog): Readonly<Record<string, CatalogText[]>> => ({
  confirmed: [messages['confirmed.neutral'], messages['confirmed.private']],
  reminder: [messages['reminder.neutral'], messages['reminder.private']],
  'answer to help': [messages['help.neutral'], messages['help.private']],
  'to a supporter': [messages['supporter.neutral'], messages['supporter.private']],
  page: Object.values(page),
  'more than who, when, where': Object.values(reviewedOnly),
  call: Object.values(spokenCatalogOf(language)?.texts ?? {}),
});

/** Which texts there are in which language, and whether anybody who reads it has checked them. For docs/languages.md. */
export const textsTable = (): string => {
  const [first] = allCatalogs;
  if (!first) return '';
  const kinds = Object.keys(kindsOf(first));
  return table(
    ['language', ...kinds],
    allCatalogs.map((catalog) => [`${catalog.englishName} (${catalog.autonym})`, ...kinds.map((kind) => standing(kindsOf(catalog)[kind] ?? []))]),
  );
};

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
  const texts = allCatalogs.flatMap((catalog) => Object.values(kindsOf(catalog)).flat());
  const drafts = texts.filter(({ reviewState }) => reviewState === 'draft').length;
  const reviewed = texts.filter(({ reviewState }) => reviewState === 'reviewed').length;
  const names = allCatalogs.filter(({ language }) => language !== 'en').map(({ englishName }) => englishName);
  return `${texts.length} texts in English, ${names.slice(0, -1).join(', ')} and ${names.at(-1)}: ${drafts} written by a machine and reviewed by nobody yet, ${reviewed} reviewed. [Which, and how dates are said](docs/languages.md).`;
};
