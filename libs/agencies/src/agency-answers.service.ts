import { Injectable } from '@nestjs/common';
import { AgencyBooking, type Booking } from '@dragoman/bookings';
import { Clock } from '@dragoman/kernel';
import { type AgencyActor, Database, Events, type ReadTx, type Tx } from '@dragoman/platform';
import type { AgencyFacts } from '@dragoman/words';
import { Agency } from './agency.entity';
import { noSuchRequest } from './agency.errors';
import { agencyFailed } from './agency.events';
import { AgencyMail, agencyFacts } from './agency-mail.service';
import { AgencyRequest, type RequestState } from './agency-request.entity';
import { AgencyWord, type SentByAgency } from './agency-word.service';
import { type AskedTerm, givenWord } from './request.policy';

/** What an agency sees behind its link. */
export interface AgencyPage extends AgencyFacts {
  state: RequestState;
  agencyName: string;
  bookingState: string;
  terms: AskedTerm[];
}

/** An agency answers behind its link: first yes wins, exactly once; silence never accepts. */
@Injectable()
export class AgencyAnswers {
  constructor(
    private readonly word: AgencyWord,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly booking: AgencyBooking,
    private readonly mail: AgencyMail,
  ) {}

  /** @throws NotFound `request-not-found`. */
  async actorOf(organisationId: string, requestId: string): Promise<AgencyActor> {
    const request = await this.database.read({ kind: 'job', job: 'open-agencys-page' }, (tx) =>
      tx.findOneBy(AgencyRequest, { id: requestId, organisationId }),
    );
    if (!request) throw noSuchRequest();
    return { kind: 'agency', organisationId, agencyId: request.agencyId };
  }

  /** Looking changes nothing. @throws NotFound `request-not-found`. */
  show(actor: AgencyActor, requestId: string): Promise<AgencyPage> {
    return this.database.read(actor, async (tx) => {
      const request = await requestOf(tx, actor, requestId);
      const { about, ...facts } = await agencyFacts(tx, request);
      return { ...facts, state: request.state, agencyName: about.agencyName, terms: await this.word.terms(tx, request) };
    });
  }

  /**
   * Their interpreter is booked, under the same locks as any acceptance. Every rule that can be judged is judged; for the rest
   * the agency's word is kept. Confirming twice is confirming once.
   * @throws Invalid `word-not-given`, `not-a-phone-number`, `landline`; Conflict `already-filled`, `agencys-not-possible`,
   * `telephone-of-another`, `said-otherwise`, `booking-state`, or as the request has ended.
   */
  async confirm(actor: AgencyActor, requestId: string, sent: SentByAgency): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const { request, booking } = await this.hold(tx, actor, requestId);
      if (request.state === 'confirmed') return;
      const now = this.clock.now();
      request.assertOpen(now);
      const { name, phone, credential, word } = sent;
      const says = givenWord(await this.word.terms(tx, request), word);
      const interpreterId = await this.word.named(tx, booking, request, sent);
      const offerId = await this.booking.fill(tx, booking, { interpreterId, asksNoConflict: booking.asksConflict });
      request.confirm({ name, phone, credential, says }, { interpreterId, offerId }, now);
      const { state, answeredAt, statement } = request;
      await tx.update(AgencyRequest, { id: requestId }, { state, answeredAt, statement: statement as never, interpreterId, offerId });
      await this.mail.write(tx, request, 'confirmed');
    });
  }

  /** No reason is asked for. Twice is once. @throws Conflict as the request has ended. */
  async decline(actor: AgencyActor, requestId: string): Promise<void> {
    await this.database.transaction(actor, async (tx) => {
      const { request, booking } = await this.hold(tx, actor, requestId);
      if (request.state === 'declined') return;
      request.decline(this.clock.now());
      await tx.update(AgencyRequest, { id: requestId }, { state: request.state, answeredAt: request.answeredAt });
      const { organisationId, bookingId } = request;
      await this.booking.note(tx, booking, 'declined', await tx.findOneByOrFail(Agency, { id: request.agencyId }));
      this.events.publish(tx, agencyFailed({ organisationId, bookingId, requestId, why: 'declined' }));
    });
  }

  private async hold(tx: Tx, actor: AgencyActor, requestId: string): Promise<{ request: AgencyRequest; booking: Booking }> {
    const { bookingId } = await requestOf(tx, actor, requestId);
    const booking = await this.booking.hold(tx, bookingId);
    // Read again: whoever held the booking before us may have answered or ended it.
    return { booking, request: await requestOf(tx, actor, requestId) };
  }
}

const requestOf = async (tx: ReadTx, { organisationId, agencyId }: AgencyActor, id: string): Promise<AgencyRequest> => {
  const request = await tx.findOneBy(AgencyRequest, { id, organisationId, agencyId });
  if (!request) throw noSuchRequest();
  return request;
};
