import { catalogOf } from './catalogs/catalogs';
import type { Review } from './review.entity';
import { standingTexts } from './text-standing';

const { pattern, version } = catalogOf('ar').short['confirmed.private'];
const review = (changes: Partial<Review> = {}): Review => ({
  organisationId: 'o', number: 1, id: 'r', language: 'ar', form: 'short', key: 'confirmed.private', pattern: 'as approved', version, state: 'approved',
  reviewerName: 'R.', reviewerRole: 'who reads it', reviewedOn: '2026-11-24', note: null, recordedBy: 'a', recordedAt: new Date('2026-11-24T10:00:00Z'), ...changes,
});
const standing = (...newest: Review[]) => standingTexts('ar', newest).find(({ form, key }) => form === 'short' && key === 'confirmed.private');

it.each([
  ['nobody has read', [], 'draft', pattern],
  ['somebody approved', [review()], 'reviewed', 'as approved'],
  ['was approved before it became another', [review({ version: version - 1 })], 'outdated', pattern],
  ['was approved and withdrawn', [review({ state: 'withdrawn' })], 'withdrawn', pattern],
  ['was approved in another language', [review({ language: 'ti' })], 'draft', pattern],
])('a text that %s', (_, newest, state, said) => {
  expect(standing(...newest)).toMatchObject({ state, said, source: catalogOf('en').short['confirmed.private'].pattern });
});

it('every text of the language is there once', () => {
  const addresses = standingTexts('ar', [review()]).map(({ form, key }) => `${form}.${key}`);
  expect(addresses.length).toBe(new Set(addresses).size);
  expect(addresses).toEqual(expect.arrayContaining(['short.confirmed.private', 'long.assurance', 'page.title', 'easy-read.day', 'spoken.press']));
});
