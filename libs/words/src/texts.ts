import type { DraftPolicy } from '@dragoman/organisations';
import type { CatalogText, PatientCatalog, ReviewState } from './catalogs/catalog';

export const textForms = ['short', 'long', 'spoken', 'easy-read', 'page'] as const;
export type TextForm = (typeof textForms)[number];

export interface TextEntry {
  form: TextForm;
  key: string;
  text: CatalogText;
}

const formTexts = ({ short, long, spoken, easyRead, page }: PatientCatalog): Readonly<Record<TextForm, Readonly<Record<string, CatalogText>>>> => ({
  short,
  long,
  spoken: spoken?.texts ?? {},
  'easy-read': easyRead,
  page,
});

/** Every text of a language, in the order in which a person reads them. */
export const textsIn = (catalog: PatientCatalog): TextEntry[] =>
  textForms.flatMap((form) => Object.entries(formTexts(catalog)[form]).map(([key, text]) => ({ form, key, text })));

/** `undefined` where the language has no such text. */
export const textIn = (catalog: PatientCatalog, form: TextForm, key: string): CatalogText | undefined => formTexts(catalog)[form][key];

/** Who, when, where and how to answer, which a draft may say beside its English; everything else waits for a reader. */
const whoWhenWhere: Readonly<Record<TextForm, RegExp>> = {
  short: /^(confirmed|reminder|help|supporter|subject)\./,
  long: /^(confirmed|reminder|answerByPhone)$/,
  spoken: /^(confirmed|reminder)\.|^(press|noMoreCalls|thanks)$/,
  'easy-read': /^(appointment|day|time|place|interpreter|cannotCome)$/,
  page: /^/,
};

export const saysOnlyWhoWhenWhere = (form: TextForm, key: string): boolean => whoWhenWhere[form].test(key);

/** Whether a patient may be told this; where not, a person says it. */
export const isSayable = ({ form, key, reviewState }: { form: TextForm; key: string; reviewState: ReviewState }, drafts: DraftPolicy): boolean =>
  reviewState !== 'draft' || (drafts === 'who-when-where' && saysOnlyWhoWhenWhere(form, key));
