import { bookingStates } from '@dragoman/bookings';
import { bookingState } from '@dragoman/contracts';

describe('the words that console and libs share', () => {
  it('name the same states of a booking, although neither may import the other', () => {
    expect([...bookingState.options]).toEqual([...bookingStates]);
  });
});
