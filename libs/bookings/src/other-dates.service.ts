import { Injectable } from '@nestjs/common';
import { instantOf, type LocalDate, plusMinutes } from '@dragoman/kernel';
import type { ReadTx } from '@dragoman/platform';
import { otherSlots } from './alternatives.policy';
import { BookingNeighbours } from './booking.neighbours';
import { bookingFacts } from './booking.queries';
import { MatchRequests } from './match-requests.service';
import type { Modality } from './modality';

export interface OtherDate {
  date: LocalDate;
  time: string;
  startsAt: Date;
  modality: Modality;
}

/** Days on which somebody of the patient's own variety could come instead. Nothing is held, and nobody is asked. */
@Injectable()
export class OtherDates {
  constructor(
    private readonly ports: BookingNeighbours,
    private readonly requests: MatchRequests,
  ) {}

  /** At the same time of day, the nearest days first; a bounded look. @throws NotFound `booking-not-found`. */
  async find(tx: ReadTx, bookingId: string, most: number): Promise<OtherDate[]> {
    const { localStart, lengthMinutes, zone } = await bookingFacts(tx, bookingId);
    const request = await this.requests.forBooking(tx, bookingId);
    const [wanted = '', time = ''] = localStart.split('T');
    const found: OtherDate[] = [];
    // It may have come down to the phone for want of somebody that day; another day may do better.
    for (const { date, modality } of otherSlots({ date: wanted, time, modality: 'in-person' }, zone)) {
      if (found.length >= most) break;
      if (date === wanted || found.some((one) => one.date === date)) continue;
      const startsAt = instantOf(`${date}T${time}`, zone, { gap: 'forward', fold: 'earlier' });
      const interval = { start: startsAt, end: plusMinutes(startsAt, lengthMinutes) };
      const { possible } = await this.ports.matching.find(tx, { ...request, date, interval, modality });
      if (possible.some(({ level }) => level === 'exact')) found.push({ date, time, startsAt, modality });
    }
    return found;
  }
}
