import { Conflict, Invalid, NotFound } from '@dragoman/kernel';
import type { LintProblem } from './lint';

export const unknownText = (): NotFound => new NotFound('no-such-text', 'There is no such text in this language.');

export const sourceText = (): Invalid => new Invalid('english-is-the-source', 'The English is what the others are made from. It is not reviewed here.');

export const textChanged = (): Conflict =>
  new Conflict('text-changed', 'The text was changed since you read it. Read it again before you approve it; nothing was saved.');

export const reviewedMeanwhile = (): Conflict =>
  new Conflict('reviewed-meanwhile', 'Somebody else has just reviewed this text. Look at what they decided first; nothing was saved.');

export const notYetReviewed = (): Invalid => new Invalid('reviewed-in-future', 'This day has not come yet. Write the day on which the text was read.');

export const brokenText = (problems: readonly LintProblem[]): Invalid =>
  new Invalid('text-has-errors', 'The text has mistakes that must be mended first.', { rules: problems.map(({ rule, detail }) => `${rule}: ${detail}`) });

export const unconfirmedWarnings = (problems: readonly LintProblem[]): Invalid =>
  new Invalid('confirm-warnings', 'Look at what was found in the text, and confirm that it is meant so.', { rules: problems.map(({ rule, detail }) => `${rule}: ${detail}`) });
