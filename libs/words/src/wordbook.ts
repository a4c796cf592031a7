import type { DraftPolicy } from '@dragoman/organisations';
import type { CatalogText, PatientCatalog, PatientLanguage } from './catalogs/catalog';
import { allCatalogs, catalogOf } from './catalogs/catalogs';
import { englishDay } from './dates';
import { isSayable, type TextForm, textIn } from './texts';

/** A text as somebody who reads the language approved it. */
export interface ReviewedText {
  language: PatientLanguage;
  form: TextForm;
  key: string;
  pattern: string;
  /** Of the catalog's text it was made from; once that is another, it waits for a reader again. */
  version: number;
  reviewerName: string;
  /** In their own words: “who reads it”. */
  reviewerRole: string;
  /** ISO date. */
  reviewedOn: string;
}

type Overlay = ReadonlyMap<string, CatalogText>;

const addressOf = (form: TextForm, key: string): string => `${form} ${key}`;

const overlaid = <Key extends string>(form: TextForm, texts: Readonly<Record<Key, CatalogText>>, over: Overlay): Readonly<Record<Key, CatalogText>> =>
  Object.fromEntries(Object.entries<CatalogText>(texts).map(([key, text]) => [key, over.get(addressOf(form, key)) ?? text])) as Record<Key, CatalogText>;

const withReviewed = (catalog: PatientCatalog, over: Overlay): PatientCatalog => ({
  ...catalog,
  short: overlaid('short', catalog.short, over),
  long: overlaid('long', catalog.long, over),
  easyRead: overlaid('easy-read', catalog.easyRead, over),
  page: overlaid('page', catalog.page, over),
  spoken: catalog.spoken && { ...catalog.spoken, texts: overlaid('spoken', catalog.spoken.texts, over) },
});

/** `R. (who reads it), 24 November 2026`, for staff. */
const reviewerOf = ({ reviewerName, reviewerRole, reviewedOn }: Pick<ReviewedText, 'reviewerName' | 'reviewerRole' | 'reviewedOn'>): string =>
  `${reviewerName} (${reviewerRole}), ${englishDay(reviewedOn)}`;

const overlayOf = (catalog: PatientCatalog, reviewed: readonly ReviewedText[]): Overlay =>
  new Map(
    reviewed.flatMap(({ form, key, pattern, version, ...review }) =>
      textIn(catalog, form, key)?.version === version ? [[addressOf(form, key), { pattern, version, author: reviewerOf(review), reviewState: 'reviewed' }]] : [],
    ),
  );

/** What an organisation says in each language: the catalogs, with what its reviewers approved in their place. */
export class Wordbook {
  private readonly catalogs = new Map<PatientLanguage, PatientCatalog>();

  constructor(
    private readonly reviewed: readonly ReviewedText[] = [],
    private readonly drafts: DraftPolicy = 'who-when-where',
  ) {}

  /** @throws NotFound `no-text-in-language`. */
  catalogOf(language: string): PatientCatalog {
    const catalog = catalogOf(language);
    const known = this.catalogs.get(catalog.language);
    if (known) return known;
    const own = this.reviewed.filter((text) => text.language === catalog.language);
    const whole = own.length > 0 ? withReviewed(catalog, overlayOf(catalog, own)) : catalog;
    this.catalogs.set(catalog.language, whole);
    return whole;
  }

  /** Null where nobody may be told it: there is none, or only a draft that says too much or that the organisation does not send. */
  said(language: PatientLanguage, form: TextForm, key: string): CatalogText | null {
    const text = textIn(this.catalogOf(language), form, key);
    return text && isSayable({ form, key, reviewState: text.reviewState }, this.drafts) ? text : null;
  }

  /**
   * The language to say this in to somebody who reads these varieties, best first. `null` where none of them has a text that may
   * be said: a person calls instead. English counts only if it was declared.
   */
  languageFor(reads: readonly string[], form: TextForm, key: string): PatientLanguage | null {
    const served = reads
      .map((varietyId) => allCatalogs.find(({ readers }) => readers.includes(varietyId)))
      .find((catalog) => catalog !== undefined && this.said(catalog.language, form, key) !== null);
    return served?.language ?? null;
  }
}

/** The catalogs as they are, for pages that do not know yet whose they are. */
export const unreviewed = new Wordbook();
