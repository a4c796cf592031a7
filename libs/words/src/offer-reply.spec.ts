import { readOfferReply } from './offer-reply';

it.each([
  ['YES 4821', 'accept', '4821'],
  ['yes 4821', 'accept', '4821'],
  ['Yes, 4821.', 'accept', '4821'],
  ['Y4821', 'accept', '4821'],
  ['YES ٤٨٢١', 'accept', '4821'],
  ['4821 YES', 'accept', '4821'],
  ['accept #4821', 'accept', '4821'],
  ['NO 4821', 'decline', '4821'],
  ['no-4821', 'decline', '4821'],
  ['Decline 4821', 'decline', '4821'],
  ['YES', 'accept', null],
  ['no', 'decline', null],
  ['4821', null, '4821'],
] as const)('%j is an answer to an offer', (text, answer, code) => {
  expect(readOfferReply(text)).toEqual({ answer, code });
});

it.each(['YES 4821?', 'yes 482', 'yes 48211', 'yes 4821 but by video', 'yes no', 'yes 4821 4822', 'maybe 4821', 'not 4821', 'ok', '1', ''])(
  '%j is for a person to read',
  (text) => {
    expect(readOfferReply(text)).toBeNull();
  },
);
