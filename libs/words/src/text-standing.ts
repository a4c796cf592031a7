import type { CatalogText, PatientCatalog, PatientLanguage } from './catalogs/catalog';
import { catalogOf } from './catalogs/catalogs';
import type { Review } from './review.entity';
import { saysOnlyWhoWhenWhere, type TextForm, textIn, textsIn } from './texts';

/** `outdated`: approved, and since then the text that it was made from has become another. */
export const textStates = ['draft', 'reviewed', 'outdated', 'withdrawn'] as const;
export type TextState = (typeof textStates)[number];

/** A text of a language, and what an organisation's reviewers have decided about it. */
export interface StandingText {
  form: TextForm;
  key: string;
  /** ICU MessageFormat: the English that it was made from. */
  source: string;
  draft: CatalogText;
  /** As it is said now. */
  said: string;
  state: TextState;
  /** Says only who, when, where and how to answer, which a draft may where the organisation lets it. */
  isFacts: boolean;
  newest: Review | null;
}

const stateOf = (draft: CatalogText, newest: Review | null): TextState => {
  if (!newest) return 'draft';
  if (newest.state === 'withdrawn') return 'withdrawn';
  return newest.version === draft.version ? 'reviewed' : 'outdated';
};

const standingOf = (catalog: PatientCatalog, { form, key, draft }: { form: TextForm; key: string; draft: CatalogText }, newest: Review | null): StandingText => {
  const state = stateOf(draft, newest);
  return {
    form,
    key,
    source: textIn(catalog, form, key)?.pattern ?? '',
    draft,
    said: state === 'reviewed' && newest ? newest.pattern : draft.pattern,
    state,
    isFacts: saysOnlyWhoWhenWhere(form, key),
    newest,
  };
};

/** Every text of a language, in the order of the catalog. @param newest the newest review of each text. */
export const standingTexts = (language: PatientLanguage, newest: readonly Review[]): StandingText[] => {
  const english = catalogOf('en');
  const reviewOf = new Map(newest.filter((review) => review.language === language).map((review) => [`${review.form} ${review.key}`, review]));
  return textsIn(catalogOf(language)).map(({ form, key, text }) => standingOf(english, { form, key, draft: text }, reviewOf.get(`${form} ${key}`) ?? null));
};
