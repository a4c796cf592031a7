import { z } from 'zod';
import { isTopic, topics } from './topic';
import { confidences, directions, kinds, levels } from './variety';

const required = z.string().trim().min(1, 'is empty');
const optional = z
  .string()
  .trim()
  .transform((text) => text || null);
const listOf = (separator: string) =>
  z.string().transform((text) =>
    text
      .split(separator)
      .map((part) => part.trim())
      .filter(Boolean),
  );
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: `is not one of ${values.join(', ')}` });
const topicList = listOf(' ').superRefine((ids, context) => {
  for (const id of ids) if (!isTopic(id)) context.addIssue(`names ${id}, which is not one of ${topics.join(', ')}`);
});
const varietyId = z.string().regex(/^[a-z]+(:[a-z0-9]+(-[a-z0-9]+)*)?$/, 'is not an id');

const level = oneOf(levels);
const confidence = oneOf(confidences);

/** What any file of encounters is read by, an organisation's too. */
export const encounterCells = { varietyId, level, confidence, topicList, required };

/** One line of varieties.csv. */
export const varietyLine = z
  .object({
    id: varietyId,
    iso639_3: z.union([z.literal('').transform(() => null), z.string().regex(/^[a-z]{3}$/)], { error: 'is not three letters' }),
    glottocode: optional,
    name_en: required,
    autonym: optional,
    other_names_used_by_staff: listOf(';'),
    names_to_avoid: optional,
    kind: oneOf(kinds),
    parent_macro: optional,
    bookable: oneOf(['yes', 'no']),
    scripts: listOf(' '),
    direction: z.union([z.literal('').transform(() => null), z.enum(directions)], { error: `is not one of ${directions.join(', ')}` }),
    render_locale: optional,
    countries: listOf(' '),
    literacy_note: optional,
    source: required,
  })
  .transform((line) => ({
    id: line.id,
    iso639_3: line.iso639_3,
    glottocode: line.glottocode,
    nameEn: line.name_en,
    autonym: line.autonym,
    otherNames: line.other_names_used_by_staff,
    namesToAvoid: line.names_to_avoid,
    kind: line.kind,
    parentId: line.parent_macro,
    bookable: line.bookable === 'yes',
    scripts: line.scripts,
    direction: line.direction,
    // “none” was measured and empty was not; neither may be handed to Intl, which would take its own default.
    renderLocale: line.render_locale === 'none' ? null : line.render_locale,
    countries: line.countries,
    literacyNote: line.literacy_note,
    source: line.source,
  }));

/** One line of variety-links.csv and of variety-links-extra-refusals.csv. */
export const linkLine = z.object({
  requested: varietyId,
  offered: varietyId,
  level,
  direction: oneOf(['both', 'one']),
  confidence,
  reason: required,
  source: required,
  /** Topics that the row is not good enough for; the column may be left out. */
  not_for: topicList.default([]),
  id_scheme_ok: z.literal('yes', { error: 'is not “yes”: the ids are of an older scheme' }),
});
export type LinkLine = z.infer<typeof linkLine>;

/** One line of id-aliases.csv. */
export const aliasLine = z
  .object({ old_id: required, new_id: varietyId })
  .transform(({ old_id, new_id }) => ({ oldId: old_id, varietyId: new_id }));

/** One line of triage-questions.csv. */
export const triageLine = z
  .object({ variety_id: varietyId, question: required, also_ask: listOf(' '), source: required })
  .transform(({ variety_id, question, also_ask }) => ({ varietyId: variety_id, question, alsoAsk: also_ask }));

/** One line of variety-countries.csv. */
export const countryLine = z
  .object({
    variety_id: varietyId,
    country: z.string().regex(/^[A-Z]{2}$/, 'is not two capital letters'),
    percent: z
      .string()
      .transform((text) => (text === '' ? null : Number(text)))
      .refine((percent) => percent === null || (percent > 0 && percent <= 100), 'is not a percentage'),
    source: required,
  })
  .transform(({ variety_id, ...line }) => ({ varietyId: variety_id, ...line }));
