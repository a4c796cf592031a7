export const kinds = ['spoken', 'signed', 'macro'] as const;
export const directions = ['ltr', 'rtl', 'vertical'] as const;
export const levels = ['exact', 'close_consent', 'last_resort', 'never_auto'] as const;
export const confidences = ['high', 'medium', 'low'] as const;
export const reviewStates = ['draft', 'reviewed'] as const;

export type VarietyKind = (typeof kinds)[number];
export type Direction = (typeof directions)[number];
/** From best to worst; only `never_auto` may not be booked by any path. */
export type Level = (typeof levels)[number];
export type Confidence = (typeof confidences)[number];
export type ReviewState = (typeof reviewStates)[number];

/** What a person speaks or signs, or a name (macro) that only opens a question. */
export interface Variety {
  /** ISO 639-3, or `iso:suffix`, or `group:` and `local:` where ISO has none. */
  readonly id: string;
  readonly iso639_3: string | null;
  readonly glottocode: string | null;
  readonly nameEn: string;
  readonly autonym: string | null;
  readonly otherNames: readonly string[];
  readonly namesToAvoid: string | null;
  readonly kind: VarietyKind;
  readonly parentId: string | null;
  readonly bookable: boolean;
  /** ISO 15924, the usual one first. */
  readonly scripts: readonly string[];
  readonly direction: Direction | null;
  /** What `Intl` may format dates with; null where it would answer in another language. */
  readonly renderLocale: string | null;
  /** ISO 3166-1 alpha-2; for sorting, never for guessing what somebody speaks. */
  readonly countries: readonly string[];
  readonly literacyNote: string | null;
  readonly source: string;
  readonly triageQuestion: string | null;
  /** Ids to offer as answers besides the variety's own descendants. */
  readonly triageAlso: readonly string[];
}

/** One directed row: this patient with that interpreter, both directions of speech in it. */
export interface Encounter {
  readonly patientVariety: string;
  readonly interpreterVariety: string;
  readonly level: Level;
  readonly confidence: Confidence;
  readonly reason: string;
  readonly source: string;
  /** Purposes that the row is not good enough for. */
  readonly notFor: readonly string[];
  readonly reviewState: ReviewState;
}

/** That a variety is spoken in a country: for sorting what is shown, never for hiding or guessing. */
export interface SpokenIn {
  readonly varietyId: string;
  readonly country: string;
  /** Of the country's people, where somebody has counted. */
  readonly percent: number | null;
  readonly source: string;
}

export interface Alias {
  readonly oldId: string;
  readonly varietyId: string;
}
