import { bookingStates } from '@dragoman/bookings';
import { bookingState, topic } from '@dragoman/contracts';
import { topics } from '@dragoman/languages';

describe('the words that console and libs share', () => {
  it('name the same states of a booking, although neither may import the other', () => {
    expect([...bookingState.options]).toEqual([...bookingStates]);
  });

  it('name the same topics of an appointment', () => {
    expect([...topic.options]).toEqual([...topics]);
  });
});
