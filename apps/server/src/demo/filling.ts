import type { INestApplicationContext } from '@nestjs/common';
import { Accounts } from '@dragoman/access';
import { Attendance } from '@dragoman/attendance';
import { Acceptance, type BookingInput, Bookings, Cancellations, InterpreterSearch, offersOfBooking } from '@dragoman/bookings';
import { type FixedClock, instantOf, newId, plusMinutes, wallClock } from '@dragoman/kernel';
import { Inbox } from '@dragoman/messaging';
import { Organisations, type SiteRow } from '@dragoman/organisations';
import { type PatientInput, Patients } from '@dragoman/patients';
import { Database, type StaffActor } from '@dragoman/platform';
import { askedAt, type PlannedAppointment, topicOf } from './appointments';
import { type DemoClinic, demoPassword, zone } from './clinics';
import { Dice } from './dice';
import { Help } from './help';

const installation = { kind: 'installation', by: 'demonstration' } as const;

interface Registered {
  id: string;
  /** Empty where nobody knows the language yet: nothing can be booked then. */
  varietyId: string;
  /** Or mailbox; as it is stored. */
  phone: string;
}

interface Asked {
  bookingId: string;
  patientId: string;
  at: Date;
  startsAt: Date;
  endsAt: Date;
  modality: BookingInput['modality'];
}

const isToday = (instant: Date, now: Date): boolean => wallClock(instant, zone).date === wallClock(now, zone).date;

/** One clinic comes to life through the services, so that every rule of theirs holds for what is made up, too. */
export class Clinic {
  private constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: FixedClock,
    private readonly now: Date,
    readonly reception: StaffActor,
    private readonly sites: readonly SiteRow[],
    private readonly help: Help,
  ) {}

  static async open(app: INestApplicationContext, clock: FixedClock, now: Date, clinic: DemoClinic): Promise<Clinic> {
    const { name, phone, people } = clinic;
    const { id: organisationId } = await app.get(Organisations).create(installation, { name, zone, phone });
    const accounts = [];
    for (const person of people)
      accounts.push(await app.get(Accounts).create(installation, { ...person, organisationId, password: demoPassword }));
    const [receptionist] = accounts;
    if (!receptionist) throw new Error('a clinic has somebody at its desk');
    const reception: StaffActor = { kind: 'staff', organisationId, accountId: receptionist.id, role: 'receptionist' };
    const sites = [];
    for (const site of clinic.sites) sites.push(await app.get(Organisations).addSite(reception, { ...site, zone }));
    const help = new Help(app, clock, reception);
    await help.name(clinic.duty);
    await help.know(clinic.agencies);
    return new Clinic(app, clock, now, reception, sites, help);
  }

  async register(patient: PatientInput): Promise<Registered> {
    const { id, profile } = await this.app.get(Patients).register(this.reception, patient);
    return { id, varietyId: patient.languages[0]?.varietyId ?? '', phone: profile.channels[0]?.address ?? '' };
  }

  /** A text message comes in, a quarter of an hour ago. */
  async hears({ phone }: Registered, body: string): Promise<void> {
    this.clock.set(plusMinutes(this.now, -15));
    const { organisationId } = this.reception;
    const message = { organisationId, channel: 'sms', from: phone, body } as const;
    await this.app.get(Database).transaction(this.reception, (tx) => this.app.get(Inbox).receive(tx, message));
  }

  /** Asks for the appointment when it would have been asked for, and lets its fate happen. */
  async book(patient: Registered, planned: PlannedAppointment): Promise<void> {
    const { fate } = planned;
    const asked = await this.ask(patient, planned, fate.kind === 'unfilled' || fate.kind === 'passed' ? 0 : 2);
    if (asked === null) return;
    if (fate.kind === 'declined') await this.everybodyDeclines(asked);
    if (fate.kind === 'confirmed') await this.confirm(asked, fate.answer);
    if (fate.kind === 'cancelled') await this.cancel(asked);
    if (fate.kind === 'passed') await this.help.ask(asked, fate);
  }

  /** @returns null for an appointment of the past that nobody could have interpreted: it was never made */
  private async ask(patient: Registered, planned: PlannedAppointment, howMany: number): Promise<Asked | null> {
    const { date, time, length, purpose, fate } = planned;
    // Nobody signs on the phone.
    const modality = patient.varietyId === 'bfi' && planned.modality === 'phone' ? 'video' : planned.modality;
    const site = Dice.turn(this.sites, planned.site);
    const startsAt = instantOf(`${date}T${time}`, zone, { gap: 'forward', fold: 'earlier' });
    const at = 'minutesAgo' in fate ? plusMinutes(this.now, -fate.minutesAgo) : askedAt(startsAt, this.now, planned.askedDaysBefore);
    this.clock.set(at);
    const when = { date, time, length, modality, fold: 'earlier', siteId: site.id, room: Dice.turn(site.rooms, planned.room) } as const;
    const appointment = { ...when, patientId: patient.id, varietyId: patient.varietyId, topic: topicOf(purpose) };
    const { possible } = await this.app.get(InterpreterSearch).forAppointment(this.reception, appointment);
    if (possible.length === 0 && startsAt < this.now) return null;
    const offerTo = possible.slice(0, howMany).map(({ interpreterId }) => interpreterId);
    const input: BookingInput = { ...appointment, purpose, offerTo, fill: 'fill' in fate ? fate.fill : undefined, requestKey: newId() };
    const bookingId = await this.app.get(Bookings).request(this.reception, input);
    return { bookingId, patientId: patient.id, at, startsAt, endsAt: plusMinutes(startsAt, length), modality };
  }

  private async offers({ bookingId }: Asked): Promise<{ id: string; interpreterId: string }[]> {
    return this.app.get(Database).read(this.reception, (tx) => offersOfBooking(tx, bookingId));
  }

  private async everybodyDeclines(asked: Asked): Promise<void> {
    for (const [place, { id, interpreterId }] of (await this.offers(asked)).entries()) {
      this.clock.set(plusMinutes(asked.at, 25 + place * 40));
      await this.app.get(Acceptance).decline({ kind: 'interpreter', interpreterId }, id);
    }
  }

  /** @returns whether anybody could be asked */
  private async somebodyAccepts(asked: Asked): Promise<boolean> {
    const [first] = await this.offers(asked);
    if (!first) return false;
    this.clock.set(plusMinutes(asked.at, 45));
    await this.app.get(Acceptance).accept({ kind: 'interpreter', interpreterId: first.interpreterId }, first.id);
    return true;
  }

  private async confirm(asked: Asked, answer: 'coming' | 'cannot-come' | 'call-me' | undefined): Promise<void> {
    const isConfirmed = await this.somebodyAccepts(asked);
    if (!isConfirmed) return;
    if (answer) await this.answers(asked, answer);
    if (answer !== 'cannot-come' && isToday(asked.startsAt, this.now)) await this.attend(asked);
  }

  private async answers(asked: Asked, answer: 'coming' | 'cannot-come' | 'call-me'): Promise<void> {
    const { bookingId, patientId, startsAt } = asked;
    const before = startsAt < this.now ? plusMinutes(startsAt, -20 * 60) : plusMinutes(this.now, -25);
    this.clock.set(before > asked.at ? before : plusMinutes(asked.at, 60));
    const { organisationId } = this.reception;
    const patient = { kind: 'patient', organisationId, bookingId, patientId } as const;
    await this.app.get(Bookings).answer(patient, { bookingId, answer, via: 'page' });
  }

  /** What the desk said of a session that began some time ago. */
  private async attend({ bookingId, startsAt, endsAt, modality }: Asked): Promise<void> {
    const said = [
      ...(modality === 'in-person' ? [{ kind: 'arrived', at: plusMinutes(startsAt, -6) } as const] : []),
      { kind: 'started', at: plusMinutes(startsAt, 2) } as const,
      { kind: 'finished', at: endsAt } as const,
    ];
    for (const { kind, at } of said) {
      if (at > this.now) return;
      this.clock.set(at);
      await this.app.get(Attendance).clinicSays(this.reception, bookingId, { kind, at: null });
    }
  }

  private async cancel(asked: Asked): Promise<void> {
    await this.somebodyAccepts(asked);
    this.clock.set(plusMinutes(asked.at, 24 * 60));
    await this.app.get(Cancellations).cancel(this.reception, asked.bookingId, 'patient', 'The patient asked for another week.');
  }
}
