import { Injectable } from '@nestjs/common';
import { AskingInTurn, Bookings, type BookingInput, InterpreterSearch } from '@dragoman/bookings';
import { Clock, Conflict, instantOf, plusMinutes, wallClock } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { Database, type StaffActor } from '@dragoman/platform';
import { Calling } from './calling.service';
import { Round } from './round.entity';
import { noSuchRound } from './round.errors';

/** As much of a booking as has to be said while somebody waits at the desk. */
export type PhoneNowInput = Pick<BookingInput, 'patientId' | 'siteId' | 'length' | 'varietyId' | 'topic' | 'requestKey'>;

/** What a round stands on; one parameter, so that a constructor stays readable. */
@Injectable()
export class RoundNeeds {
  constructor(
    readonly bookings: Bookings,
    readonly search: InterpreterSearch,
    readonly organisations: Organisations,
  ) {}
}

/** Staff want somebody on the phone now. */
@Injectable()
export class Rounds {
  constructor(
    private readonly needs: RoundNeeds,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly turns: AskingInTurn,
    private readonly calling: Calling,
  ) {}

  /**
   * Books for this minute and calls the best who is free; the next follows when their time is over. The same key again is the same round.
   * @returns the booking. @throws as `Bookings.request`.
   */
  async begin(actor: StaffActor, input: PhoneNowInput): Promise<string> {
    const { zone } = await this.database.read(actor, (tx) => this.needs.organisations.site(tx, input.siteId));
    const bookingId = await this.needs.bookings.request(actor, {
      ...input, ...thisMinute(this.clock.now(), zone), room: null, purpose: null, modality: 'phone', offerTo: [], fill: 'by-hand',
    });
    const isKnown = await this.database.read(actor, (tx) => tx.existsBy(Round, { bookingId }));
    if (!isKnown) await this.call(actor, bookingId);
    return bookingId;
  }

  /** Calls all who are possible now, from the best on; a round that is calling just goes on. @throws NotFound `booking-not-found`; Conflict `booking-state`. */
  async call(actor: StaffActor, bookingId: string): Promise<void> {
    const { possible } = await this.needs.search.forBooking(actor, bookingId);
    await this.database.transaction(actor, async (tx) => {
      const booking = await this.turns.hold(tx, bookingId);
      const { organisationId } = booking;
      const known = await tx.findOneBy(Round, { bookingId });
      if (known?.state === 'calling') return;
      if (booking.state !== 'requested' && booking.state !== 'offering')
        throw new Conflict('booking-state', 'Nobody is needed for this booking now. Nobody was called.', { from: booking.state });
      const { policy } = await this.needs.organisations.get(tx, organisationId);
      const round = known ?? tx.create(Round, { bookingId, organisationId, attempt: 0 });
      const nextIds = possible.map(({ interpreterId }) => interpreterId);
      round.begin(actor.accountId, { nextIds, secondsEach: policy.phoneNow.secondsEach }, this.clock.now());
      await tx.save(round);
      await this.calling.step(tx, booking, round);
    });
  }

  /** Nobody more is called. Twice is once. @throws NotFound `round-not-found`. */
  async stop(actor: StaffActor, bookingId: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const booking = await this.turns.hold(tx, bookingId);
      const round = await tx.findOneBy(Round, { bookingId });
      if (!round) throw noSuchRound();
      if (round.state === 'calling') await this.calling.stop(tx, booking, round);
    });
  }
}

/** The next full minute on the clock of the place; where a clock is set back, the one that is still ahead. */
export const thisMinute = (now: Date, zone: string): Pick<BookingInput, 'date' | 'time' | 'fold'> => {
  const { date, time } = wallClock(plusMinutes(now, 1), zone);
  const isAhead = instantOf(`${date}T${time}`, zone, { gap: 'refuse', fold: 'earlier' }) > now;
  return { date, time, fold: isAhead ? 'earlier' : 'later' };
};
