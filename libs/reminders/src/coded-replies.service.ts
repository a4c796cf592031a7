import { Injectable } from '@nestjs/common';
import { Alerts } from '@dragoman/alerts';
import { Clock, plusMinutes } from '@dragoman/kernel';
import type { Inbound } from '@dragoman/messaging';
import { Database } from '@dragoman/platform';
import { composeAlertReply, readAlertReply } from '@dragoman/words';
import { OfferReplies, type OfferReplyResult, type OfferWriters } from './offer-replies.service';
import { ReminderNeighbours } from './reminder.neighbours';

/** Later, it would answer something that nobody remembers. */
const ANSWER_WITHIN_MINUTES = 30;

/** Texts that carry a code of ours: of an alert, from whoever is on duty, or of an offer, from an interpreter. */
@Injectable()
export class CodedReplies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly alerts: Alerts,
    private readonly near: ReminderNeighbours,
    private readonly offers: OfferReplies,
  ) {}

  /** Bears repeating. */
  async act(inbound: Inbound, writers: OfferWriters): Promise<OfferReplyResult> {
    return (await this.seen(inbound)) ?? this.offers.act(inbound, writers);
  }

  private async seen(inbound: Inbound): Promise<OfferReplyResult | null> {
    const code = inbound.channel === 'sms' ? readAlertReply(inbound.body) : null;
    if (code === null) return null;
    const { organisationId, address: telephone } = inbound;
    return this.database.transaction({ kind: 'job', job: 'answer-alert-reply' }, async (tx) => {
      const said = await this.alerts.acknowledgeByCode(tx, { organisationId, telephone, code });
      if (!said) return null;
      const { bookingId, contactName } = said;
      await this.near.messages.queue(tx, {
        organisationId,
        intentId: inbound.id,
        attempt: 1,
        bookingId,
        recipient: { kind: 'staff', id: organisationId, name: contactName },
        kind: 'alert-reply',
        channel: 'sms',
        address: telephone,
        sendBefore: plusMinutes(this.clock.now(), ANSWER_WITHIN_MINUTES),
        text: composeAlertReply(said),
      });
      return { way: 'answered', task: null, bookingId };
    });
  }
}
