import type { TextCheck, TextLanguages, TextRow, TextsOfLanguage, TextView, TranslatorReading } from '@dragoman/contracts';
import { isoOf } from '@dragoman/kernel';
import { anatomyOf, type FileReading, type LintProblem, mayBeMeant, type PatientLanguage, type Review, type StandingText, type TextPreview, writingOf } from '@dragoman/words';

export const presentLanguage = (language: PatientLanguage, texts: readonly StandingText[]): TextLanguages['items'][number] => ({
  ...writingOf(language),
  of: texts.length,
  reviewed: texts.filter(({ state }) => state === 'reviewed').length,
  outdated: texts.filter(({ state }) => state === 'outdated').length,
});

const presentRow = ({ form, key, source, said, state, isFacts, newest }: StandingText, isSaid: boolean): TextRow => ({
  form,
  key,
  english: source,
  said,
  state,
  isFacts,
  isSaid,
  reviewer: newest && newest.state === 'approved' ? newest.reviewerName : null,
});

type IsSaid = (text: StandingText) => boolean;

export const presentTexts = (language: PatientLanguage, texts: readonly StandingText[], isSaid: IsSaid): TextsOfLanguage => ({
  ...writingOf(language),
  texts: texts.map((text) => presentRow(text, isSaid(text))),
});

/** @param staff account id → name */
const presentReview = (review: Review, staff: ReadonlyMap<string, string>): TextView['history'][number] => ({
  id: review.id,
  state: review.state,
  pattern: review.pattern,
  version: review.version,
  reviewerName: review.reviewerName,
  reviewerRole: review.reviewerRole,
  reviewedOn: review.reviewedOn,
  note: review.note,
  recordedBy: staff.get(review.recordedBy) ?? 'somebody who has left',
  recordedAt: isoOf(review.recordedAt),
});

export const presentTextView = (
  language: PatientLanguage,
  text: StandingText,
  { history, staff, isSaid }: { history: readonly Review[]; staff: ReadonlyMap<string, string>; isSaid: IsSaid },
): TextView => ({
  ...writingOf(language),
  ...presentRow(text, isSaid(text)),
  draft: text.draft.pattern,
  version: text.draft.version,
  arguments: [...new Set(anatomyOf(text.source).arguments.map((argument) => argument.split(':')[0] ?? argument))],
  seen: text.newest?.id ?? null,
  history: history.map((review) => presentReview(review, staff)),
});

const presentProblem = ({ rule, detail }: LintProblem): TextCheck['problems'][number] => ({ rule, detail, mayBeMeant: mayBeMeant(rule) });

export const presentCheck = (problems: readonly LintProblem[], previews: readonly TextPreview[]): TextCheck => ({
  problems: problems.map(presentProblem),
  previews: previews.map(({ choice, said, english, segments }) => ({ choice, said, english, sms: segments })),
});

export const presentReading = ({ changes, refused, fuzzy, untranslated, unchanged }: FileReading): TranslatorReading => ({
  changes: changes.map(({ form, key, english, said, state, pattern, version, seen, problems }) => ({
    form, key, english, said, state, pattern, version, seen, problems: problems.map(presentProblem),
  })),
  refused,
  fuzzy,
  untranslated,
  unchanged,
});
