import { askedWays, bookingStates, rematchOf, reviewOutcomes, reviewReasons, understandingAskedWays } from '@dragoman/bookings';
import { askedWay, bookingState, letterState, lintRule, rematchOfChange, reviewOutcome, reviewReason, textForm, textState, topic, understandingAskedWay } from '@dragoman/contracts';
import { topics } from '@dragoman/languages';
import { letterStates } from '@dragoman/letters';
import { lintRules, textForms, textStates } from '@dragoman/words';

describe('the words that console and libs share', () => {
  it('name the same states of a booking, although neither may import the other', () => {
    expect([...bookingState.options]).toEqual([...bookingStates]);
  });

  it('mean the same by a change', () => {
    expect(rematchOfChange).toEqual(rematchOf);
  });

  it('name the same ways of asking, and the same ends of a review', () => {
    expect([...askedWay.options]).toEqual([...askedWays]);
    expect([...understandingAskedWay.options]).toEqual([...understandingAskedWays]);
    expect([...reviewOutcome.options]).toEqual([...reviewOutcomes]);
    expect([...reviewReason.options]).toEqual([...reviewReasons]);
  });

  it('name the same forms and states of a text, and the same doubts about it', () => {
    expect([...textForm.options]).toEqual([...textForms]);
    expect([...textState.options]).toEqual([...textStates]);
    expect([...lintRule.options].sort()).toEqual([...lintRules].sort());
  });

  it('name the same states of a letter', () => {
    expect([...letterState.options]).toEqual([...letterStates]);
  });

  it('name the same topics of an appointment', () => {
    expect([...topic.options]).toEqual([...topics]);
  });
});
