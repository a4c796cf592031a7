import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type BookingFacts, bookingFacts, patientWished, type PatientWish } from '@dragoman/bookings';
import { Database, Events, type Tx } from '@dragoman/platform';
import { languageLastWritten } from './booking-news.queries';
import { lockPlan } from './intent.queries';
import type { TaskKind } from './task.entity';
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
      const kind = kinds[wish];
      if (open.some((task) => task.kind === kind)) return;
      await this.tasks.add(tx, {
        organisationId: booking.organisationId,
        cause: `wish:${bookingId}:${wish}:${at}`,
        kind,
        bookingId,
        patientId: booking.patientId,
        sentence: wish === 'wrong-language' ? await this.wrongLanguage(tx, booking) : sentences[wish](booking),
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

const kinds = {
  'call-me': 'call-patient',
  'another-time': 'another-time',
  'another-interpreter': 'another-interpreter',
  'wrong-language': 'wrong-language',
  'rather-called': 'rather-called',
} as const satisfies Readonly<Record<PatientWish, TaskKind>>;

const sentences: Readonly<Record<Exclude<PatientWish, 'wrong-language'>, (booking: BookingFacts) => string>> = {
  'call-me': () => 'They asked to be called. Call with an interpreter.',
  // Until somebody has moved it, this is the appointment they have.
  'another-time': ({ patientAnswer }) =>
    `They asked for another time. The appointment stands until it is moved${patientAnswer === 'cannot-come' ? '' : ', and they are still reminded of it'}. Call with an interpreter.`,
  'another-interpreter': ({ interpreterName }) =>
    `They asked for another interpreter. ${interpreterName ? `${interpreterName} was booked then.` : 'Nobody was booked then.'}`,
  // Whoever holds a link changes nobody's profile by it.
  'rather-called': () => 'They would rather be called than written to. Nothing was changed by it. Call with an interpreter, and put calls first in their profile.',
};
