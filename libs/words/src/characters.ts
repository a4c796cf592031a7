import type { PatientCatalog } from './catalogs/catalog';
import { anatomyOf } from './lint-pattern';
import { textsIn } from './texts';

const dateWords = ({ style }: PatientCatalog['calendar']): readonly string[] => {
  if (style.kind === 'numeric') return [style.lowDay];
  return style.kind === 'named-months' ? style.months : [style.words];
};

const calendarWords = ({ calendar }: PatientCatalog): string[] => [
  ...calendar.weekdays,
  ...Object.values(calendar.partsOfDay),
  calendar.date,
  calendar.time,
  calendar.when,
  calendar.dawn ?? '',
  ...dateWords(calendar),
];

/** Every character that a text of this language may show of itself, sorted, each once; names and places bring their own. */
export const charactersOf = (catalog: PatientCatalog): string => {
  const patterns = [...textsIn(catalog).map(({ text }) => text.pattern), ...calendarWords(catalog)];
  const shown = [catalog.autonym, catalog.englishName, '0123456789', ...patterns.map((pattern) => anatomyOf(pattern).words)].join('');
  return [...new Set(shown)].filter((character) => character > ' ').sort().join('');
};
