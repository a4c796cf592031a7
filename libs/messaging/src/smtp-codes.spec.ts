import { bounceOutcome, mailOutcome, statusIn } from './smtp-codes';

describe('a refusal while we hand over', () => {
  it.each([
    [421, undefined, 'retry'],
    [450, '4.2.0', 'retry'],
    [451, '4.7.1', 'retry'],
    [452, '4.2.2', 'retry'],
    [454, '4.7.0', 'retry'],
    [535, '5.7.8', 'retry'],
    [530, undefined, 'retry'],
    [550, '5.1.1', 'suppress'],
    [550, '5.1.10', 'suppress'],
    [556, undefined, 'suppress'],
    [551, undefined, 'suppress'],
    [550, '5.2.1', 'suppress'],
    [552, '5.2.2', 'another-channel'],
    [552, undefined, 'another-channel'],
    [550, undefined, 'another-channel'],
    [550, '5.7.1', 'another-channel'],
    [554, '5.7.26', 'another-channel'],
    [552, '5.3.4', 'person'],
    [599, undefined, 'another-channel'],
  ])('%s %s is followed by %s', (code, status, after) => {
    expect(mailOutcome({ code, status }).after).toBe(after);
  });

  it('goes by what it says in detail rather than by its number', () => {
    expect(mailOutcome({ code: 550, status: '5.2.2' }).sentence).toBe('The mailbox is full.');
    expect(mailOutcome({ code: 550, status: '5.1.99' }).sentence).toBe('Their mail server refuses this address.');
  });
});

describe('a report that a mail never arrived', () => {
  it('says nothing against the address if the trouble was passing', () => {
    expect(bounceOutcome({ status: '4.4.1' })).toEqual({ after: 'another-channel', sentence: 'Their mail server could not be reached.' });
    expect(bounceOutcome({ status: '4.2.2' })).toEqual({ after: 'another-channel', sentence: 'The mailbox is full.' });
    expect(bounceOutcome({ status: '4.1.1' }).after).toBe('another-channel');
  });

  it('keeps mail from a mailbox that is not there', () => {
    expect(bounceOutcome({ status: '5.1.1' })).toEqual({ after: 'suppress', sentence: 'There is no such mailbox.' });
  });

  it('is final whatever it says', () => {
    expect(bounceOutcome({ code: 421 }).after).toBe('another-channel');
    expect(bounceOutcome({}).after).toBe('another-channel');
  });
});

it('finds the status in what a server says', () => {
  expect(statusIn('550-5.1.1 The account does not exist')).toBe('5.1.1');
  expect(statusIn('host 10.2.0.4 said 250 ok')).toBeUndefined();
});
