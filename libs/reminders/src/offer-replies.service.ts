import { Injectable } from '@nestjs/common';
import { StillComing } from '@dragoman/attendance';
import { Acceptance, offerFacts, offersByCode, offersTo, type CodedOffer, type OfferFacts } from '@dragoman/bookings';
import { Clock, Conflict, plusMinutes } from '@dragoman/kernel';
import type { Inbound } from '@dragoman/messaging';
import { composeOfferReply, type OfferReplyOutcome, type OfferReply, readOfferReply } from '@dragoman/words';
import { Database, type ReadTx } from '@dragoman/platform';
import { languagesOf } from './interpreter-messages.service';
import { offerCalledAbout } from './reply.queries';
import { ReminderNeighbours } from './reminder.neighbours';

const actor = { kind: 'job', job: 'answer-offer-reply' } as const;

/** Somebody who tries codes learns after this many that a person reads on; a machine that answers ours stops as well. */
const MOST_UNCLEAR = 5;
const UNCLEAR_MINUTES = 60;
/** Later, it would answer something that nobody remembers. */
const ANSWER_WITHIN_MINUTES = 30;

/** Who may have written, as far as it matters here. */
export interface OfferWriters {
  interpreterIds: readonly string[];
  /** A patient was written to at the same address, who says yes and no as well. */
  hasPatient: boolean;
}

/** `answered`: they have heard what became of it. Anything else is for a person, with a sentence where there is more to say. */
export type OfferReplyResult = { way: 'answered'; task: string | null; bookingId: string } | { way: 'person'; sentence: string } | { way: 'other' };

interface Meant {
  reply: OfferReply;
  /** About which offer is written back. */
  facts: OfferFacts;
  openCount: number;
  isFound: boolean;
}

/**
 * Reads an interpreter's text as an answer to an offer. Its code says which: a bare yes, however few offers there are, is told
 * how to answer and books nothing. What the link does is done here, by the same way and under the same rules.
 */
@Injectable()
export class OfferReplies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly acceptance: Acceptance,
    private readonly near: ReminderNeighbours,
    private readonly stillComing: StillComing,
  ) {}

  /** Bears repeating: accepting twice is accepting once, and a reply is answered once. */
  async act(inbound: Inbound, writers: OfferWriters): Promise<OfferReplyResult> {
    if (writers.interpreterIds.length === 0) return { way: 'other' };
    if (inbound.channel === 'voice') return this.byKey(inbound);
    const reply = inbound.channel === 'sms' ? readOfferReply(inbound.body) : null;
    if (!reply) return { way: 'other' };
    const meant = await this.database.read(actor, (tx) => this.find(tx, inbound, writers, reply));
    if ('way' in meant) return meant;
    const outcome = await this.outcomeOf(meant);
    await this.say(inbound, meant.facts, outcome);
    return { way: 'answered', task: taskAfter(meant, outcome), bookingId: meant.facts.bookingId };
  }

  /** A key pressed in a call for somebody on the phone now: the last call to that number says which offer. */
  private async byKey(inbound: Inbound): Promise<OfferReplyResult> {
    const said = keys.get(inbound.body);
    const facts = said && (await this.database.read(actor, (tx) => offerCalledAbout(tx, inbound)));
    if (!said || !facts) return { way: 'other' };
    const reply = { answer: said, code: facts.replyCode };
    const outcome = await this.answer(said, facts, { languageName: languagesOf(facts), startsAt: facts.startsAt, zone: facts.zone });
    await this.say(inbound, facts, outcome);
    return { way: 'answered', task: taskAfter({ reply, facts, openCount: 1, isFound: true }, outcome), bookingId: facts.bookingId };
  }

  private async find(tx: ReadTx, inbound: Inbound, writers: OfferWriters, reply: OfferReply): Promise<Meant | OfferReplyResult> {
    const now = this.clock.now();
    const { organisationId } = inbound;
    const about = { organisationId, interpreterIds: writers.interpreterIds };
    const all = await offersTo(tx, about, now);
    const open = all.filter(({ isOpen }) => isOpen);
    if (all.length === 0 || (reply.code === null && open.length === 0)) return { way: 'other' };
    if (await this.isTrying(tx, inbound, now)) return tooOften;
    const coded = reply.code === null ? [] : await offersByCode(tx, { ...about, code: reply.code }, now);
    if (coded.length > 1) return severalInterpreters;
    const [found] = coded;
    if (!found && new Set(open.map(({ interpreterId }) => interpreterId)).size > 1) return severalInterpreters;
    if (!found && writers.hasPatient) return { way: 'person', sentence: eitherSentence };
    const offer: CodedOffer | undefined = found ?? open[0] ?? all[0];
    if (!offer) return { way: 'other' };
    const facts = await offerFacts(tx, offer.offerId);
    return { reply, facts, openCount: open.length, isFound: found !== undefined };
  }

  private async isTrying(tx: ReadTx, { organisationId, channel, address }: Inbound, now: Date): Promise<boolean> {
    const since = plusMinutes(now, -UNCLEAR_MINUTES);
    const unclear = await this.near.messages.answersSince(tx, { organisationId, channel, address, kind: 'offer-reply-unclear', since });
    return unclear >= MOST_UNCLEAR;
  }

  private async outcomeOf({ reply, facts, openCount, isFound }: Meant): Promise<OfferReplyOutcome> {
    const { clinicName } = facts;
    const job = { languageName: languagesOf(facts), startsAt: facts.startsAt, zone: facts.zone };
    if (reply.code !== null && !isFound) return { kind: 'no-such-code', clinicName, code: reply.code };
    if (isFound && facts.state !== 'open' && reply.answer === null) return { kind: 'refused', why: 'This offer has ended.', job };
    if (reply.code === null || reply.answer === null)
      return openCount === 1 || isFound
        ? { kind: 'how', code: facts.replyCode ?? '', job }
        : { kind: 'how-many', clinicName, count: openCount };
    return this.answer(reply.answer, facts, job);
  }

  /** As the interpreter, by the way that the link takes. */
  private async answer(
    answer: 'accept' | 'decline',
    { offerId, interpreterId, state }: OfferFacts,
    job: { languageName: string; startsAt: Date; zone: string },
  ): Promise<OfferReplyOutcome> {
    const interpreter = { kind: 'interpreter', interpreterId } as const;
    if (state === 'accepted') {
      const isAsked = await this.stillComing.answer(interpreter, offerId, answer === 'accept' ? 'coming' : 'cannot-come');
      if (isAsked && answer === 'accept') return { kind: 'coming', job };
    }
    try {
      await this.acceptance[answer](interpreter, offerId);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return error.code === 'conflict-unanswered' ? { kind: 'by-link', job } : { kind: 'refused', why: error.message, job };
    }
    if (answer === 'decline') return { kind: 'declined', job };
    const { bookingState } = await this.database.read(actor, (tx) => offerFacts(tx, offerId));
    return { kind: bookingState === 'offering' ? 'held' : 'accepted', job };
  }

  private async say(inbound: Inbound, facts: OfferFacts, outcome: OfferReplyOutcome): Promise<void> {
    const isUnclear = outcome.kind === 'no-such-code' || outcome.kind === 'how' || outcome.kind === 'how-many';
    await this.database.transaction(actor, (tx) =>
      this.near.messages.queue(tx, {
        organisationId: inbound.organisationId,
        intentId: inbound.id,
        attempt: 1,
        bookingId: facts.bookingId,
        recipient: { kind: 'interpreter', id: facts.interpreterId, name: facts.interpreterName },
        kind: isUnclear ? 'offer-reply-unclear' : 'offer-reply',
        channel: 'sms',
        address: inbound.address,
        sendBefore: plusMinutes(this.clock.now(), ANSWER_WITHIN_MINUTES),
        text: composeOfferReply(outcome),
      }),
    );
  }
}

/** Whoever takes back a yes needs a person at once: an answer that nothing was changed does not free them. */
const taskAfter = ({ reply, facts }: Meant, { kind }: OfferReplyOutcome): string | null =>
  kind === 'refused' && reply.answer === 'decline' && facts.state === 'accepted'
    ? `${facts.interpreterName} wrote NO about a job they had accepted, and is still booked. Call them.`
    : null;

const keys = new Map<string, 'accept' | 'decline'>([
  ['1', 'accept'],
  ['2', 'decline'],
]);

const tooOften: OfferReplyResult = {
  way: 'person',
  sentence: 'They answered offers too often with codes that are none, so nothing more was tried or sent. Read this and call them.',
};

const severalInterpreters: OfferReplyResult = {
  way: 'person',
  sentence: 'Several interpreters have this number, and it is not clear who answered. Nothing was changed. Call them.',
};

const eitherSentence =
  'An interpreter and a patient have this number, and it is not clear who answered. Nothing was changed. Read it and ask.';
