import { Inject, Injectable } from '@nestjs/common';
import { Links } from '@dragoman/access';
import { bookingFacts } from '@dragoman/bookings';
import { Messages } from '@dragoman/messaging';
import type { ReadTx, Tx } from '@dragoman/platform';
import { type AgencyFacts, type AgencyMailKind, composeAgencyMail } from '@dragoman/words';
import { AGENCIES_OPTIONS, type AgenciesOptions } from './agencies.options';
import type { AgencyRequest } from './agency-request.entity';
import { type RequestAbout, requestAbout } from './agency.queries';
import { topicWords } from './topic.policy';

/** One mail of each is ever written about a request, whatever runs again. */
const attempts: Readonly<Record<AgencyMailKind, number>> = { asked: 1, confirmed: 2, closed: 3, withdrawn: 3, changed: 3, expired: 3, released: 4 };

const kinds: Readonly<Record<AgencyMailKind, string>> = {
  asked: 'agency-asked',
  confirmed: 'agency-confirmed',
  closed: 'agency-ended',
  withdrawn: 'agency-ended',
  changed: 'agency-ended',
  expired: 'agency-ended',
  released: 'agency-released',
};

/** What an agency needs to know of the booking it was asked for; nothing that names the patient. */
export const agencyFacts = async (
  tx: ReadTx,
  { id, bookingId, expiresAt, statement }: Pick<AgencyRequest, 'id' | 'bookingId' | 'expiresAt' | 'statement'>,
): Promise<AgencyFacts & { about: RequestAbout; bookingState: string }> => {
  const about = await requestAbout(tx, id);
  const booking = await bookingFacts(tx, bookingId);
  const { clinicName, clinicPhone, reference, otherName, startsAt, endsAt, zone, modality, siteName, requiredGender } = booking;
  return {
    about, bookingState: booking.state, clinicName, clinicPhone, reference, otherName, startsAt, endsAt, zone, modality, siteName, requiredGender,
    languageName: booking.varietyName,
    familyName: about.familyName,
    address: booking.siteAddress,
    topic: topicWords(booking.topic),
    answerBy: expiresAt,
    interpreterName: statement?.name ?? null,
  };
};

/** Writes to agencies, in the transaction that decides what is true. */
@Injectable()
export class AgencyMail {
  constructor(
    private readonly links: Links,
    private readonly messages: Messages,
    @Inject(AGENCIES_OPTIONS) private readonly options: AgenciesOptions,
  ) {}

  async write(tx: Tx, request: AgencyRequest, kind: AgencyMailKind): Promise<void> {
    const { about, bookingState: _, ...facts } = await agencyFacts(tx, request);
    const { organisationId, id: intentId, bookingId } = request;
    const hasPage = kind === 'asked' || kind === 'confirmed';
    const link = hasPage ? await this.links.issue(tx, { purpose: 'agency', organisationId, subjectId: intentId, expiresAt: facts.endsAt }) : null;
    await this.messages.queue(tx, {
      organisationId,
      intentId,
      attempt: attempts[kind],
      bookingId,
      recipient: { kind: 'agency', id: about.agencyId, name: about.agencyName },
      kind: kinds[kind],
      channel: 'email',
      address: about.agencyEmail,
      sendBefore: kind === 'asked' ? request.expiresAt : facts.endsAt,
      text: composeAgencyMail(kind, facts, link && `${this.options.publicUrl()}/a/${link}`),
    });
  }

  /** What has not left yet need not leave any more. */
  async takeBack(tx: Tx, request: AgencyRequest): Promise<void> {
    await this.messages.withdraw(tx, [request.id]);
  }
}
