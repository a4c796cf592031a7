import { Booking } from './booking.entity';

const requested = (held: Partial<Booking> = {}): Booking => Object.assign(new Booking(), { id: 'b', state: 'requested', version: 1, revision: 1, ...held });

describe('a booking', () => {
  it('is moved by nobody who does not hold its row: it would be judged by who moves it, and overwrite whoever does hold it', () => {
    const read = requested();
    expect(() => read.reopen()).toThrow('does not hold it');
    expect(read).toMatchObject({ state: 'requested', version: 1 });
  });

  it('is moved by whoever holds it, as far as the table lets them', () => {
    const held = requested({ heldBy: 'receptionist' });
    held.reopen();
    expect(held).toMatchObject({ state: 'requested', version: 2, revision: 2 });
    expect(() => requested({ heldBy: 'patient' }).reopen()).toThrow();
  });
});
