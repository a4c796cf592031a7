import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type BookingFacts, bookingFacts, patientWished, type PatientWish } from '@dragoman/bookings';
import { Database, Events, type Tx } from '@dragoman/platform';
import { languageLastWritten } from './booking-news.queries';
import { lockPlan } from './intent.queries';
import { Tasks } from './tasks.service';

const job = 'act-on-wish';

interface Wished {
  bookingId: string;
  wish: PatientWish;
  at: string;
}

/** What a patient asks for that only a person can give: one task for each, which holds the fact and no reason. */
@Injectable()
export class PatientWishes implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly tasks: Tasks,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(patientWished, job, (wished) => this.act(wished));
  }

  private async act({ bookingId, wish, at }: Wished): Promise<void> {
    await this.database.transaction({ kind: 'job', job }, async (tx) => {
      await lockPlan(tx, bookingId);
      const booking = await bookingFacts(tx, bookingId);
      const open = await this.tasks.ofBooking(tx, booking);
      // Asked again while nobody has dealt with it: it is on the list.
      if (open.some(({ kind }) => kind === wish)) return;
      await this.tasks.add(tx, {
        organisationId: booking.organisationId,
        cause: `wish:${bookingId}:${wish}:${at}`,
        kind: wish,
        bookingId,
        patientId: booking.patientId,
        sentence: wish === 'another-interpreter' ? anotherInterpreter(booking) : await this.wrongLanguage(tx, booking),
        startsAt: booking.startsAt,
      });
    });
  }

  private async wrongLanguage(tx: Tx, booking: BookingFacts): Promise<string> {
    const written = await languageLastWritten(tx, booking);
    return [
      'They answered that this is not their language.',
      written && `They were last written to in ${written}.`,
      'Ask again which language they speak and which they read; nothing more is written to them until this is done.',
    ]
      .filter(Boolean)
      .join(' ');
  }
}

const anotherInterpreter = ({ interpreterName }: BookingFacts): string =>
  `They asked for another interpreter. ${interpreterName ? `${interpreterName} is still booked.` : 'Nobody is booked yet.'}`;
