import { aPdf, aPng } from '../../../tests/support/documents';
import { mediaTypeOf, standingOn } from './document.policy';

describe('what a document is', () => {
  it('is told by what is in it', async () => {
    expect(await mediaTypeOf(aPdf())).toBe('application/pdf');
    expect(await mediaTypeOf(aPng())).toBe('image/png');
    expect(await mediaTypeOf(Buffer.from('ffd8ffe000104a46494600010101004800480000ffd9', 'hex'))).toBe('image/jpeg');
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'document-empty'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'document-unreadable'],
    ['a program', Buffer.from('7f454c4602010100', 'hex'), 'document-unreadable'],
    ['more than ten megabytes', Buffer.concat([aPdf(), Buffer.alloc(10 * 1024 * 1024)]), 'document-too-large'],
  ])('is none where it is %s', async (_, content, code) => {
    await expect(mediaTypeOf(content)).rejects.toMatchObject({ code });
  });
});

it.each([
  [null, 'current'],
  ['2027-01-24', 'current'],
  ['2027-01-23', 'lapsing'],
  ['2026-11-24', 'lapsing'],
  ['2026-11-23', 'lapsed'],
] as const)('until %s on 24 November 2026 is %s', (expiresOn, standing) => {
  expect(standingOn(expiresOn, '2026-11-24')).toBe(standing);
});
