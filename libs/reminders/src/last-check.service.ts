import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '@dragoman/kernel';
import { Messages, type WaitingMessage } from '@dragoman/messaging';
import { formFor } from '@dragoman/words';
import type { OrganisationPolicy } from '@dragoman/organisations';
import { type ContactSafety, mayBeToldNow } from '@dragoman/patients';
import type { Tx } from '@dragoman/platform';
import { In } from 'typeorm';
import { isSafeAt, mayWriteAt } from './contact-window.policy';
import { Intent } from './intent.entity';
import { lockWhatMessagesSay, type Said } from './last-check.queries';
import { contactWindow } from './plan.policy';
import { ReminderNeighbours } from './reminder.neighbours';
import { statesOfNews } from './saying.policy';

/**
 * The last look before a message leaves: it may have waited for a carrier, a worker or a clock. What changed meanwhile
 * is never sent; what is still to be said, but not like this or not now, is planned afresh.
 */
@Injectable()
export class LastCheck implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly messages: Messages,
    private readonly near: ReminderNeighbours,
  ) {}

  onModuleInit(): void {
    this.messages.checkLastWith(['patient', 'interpreter', 'supporter'], (tx, waiting) => this.stale(tx, waiting));
  }

  private async stale(tx: Tx, waiting: readonly WaitingMessage[]): Promise<ReadonlySet<string>> {
    const now = this.clock.now();
    const said = new Map((await lockWhatMessagesSay(tx, waiting.map(({ id }) => id))).map((row) => [row.messageId, row]));
    const policies = await this.near.organisations.policies(tx, waiting.map(({ organisationId }) => organisationId));
    const stale = new Set<string>();
    const again: string[] = [];
    for (const message of waiting) {
      const facts = said.get(message.id);
      if (!facts || !isStillTrue(facts, now)) stale.add(message.id);
      else if ((message.recipientKind === 'patient' || message.recipientKind === 'supporter') && !mayGo(message, facts, policyIn(policies, message), now)) {
        stale.add(message.id);
        if (facts.intentId !== null) again.push(facts.intentId);
      }
    }
    if (again.length > 0)
      await tx.update(Intent, { id: In(again), state: 'queued' }, { state: 'planned', dueAt: now, settledAt: null });
    return stale;
  }
}

const policyIn = (policies: ReadonlyMap<string, OrganisationPolicy>, { organisationId }: WaitingMessage): OrganisationPolicy => {
  const policy = policies.get(organisationId);
  if (!policy) throw new Error('a message of an organisation that is not there');
  return policy;
};

/** The consent may have ended while it waited, or the patient may have changed their mind about how to be told. */
const mayBeSaidToSupporter = ({ supporter }: Said, now: Date): boolean =>
  supporter !== null &&
  supporter.isWanted &&
  mayBeToldNow({ expiresAt: new Date(supporter.expiresAt), removedAt: supporter.removedAt === null ? null : new Date(supporter.removedAt) }, now);

const mayBeSaidToPatient = (message: WaitingMessage, facts: Said): boolean => {
  const form = facts.safety === null ? null : formFor(facts.safety as ContactSafety);
  const isOurs = form !== null && (form === 'private' || message.neutral);
  return facts.safety === 'monitored' ? facts.isOwnWords : isOurs;
};

const mayGo = (message: WaitingMessage, facts: Said, policy: OrganisationPolicy, now: Date): boolean => {
  const mayBeSaid = message.recipientKind === 'supporter' ? mayBeSaidToSupporter(facts, now) : mayBeSaidToPatient(message, facts);
  if (facts.isWrongLanguage || facts.leavesUnwanted || !mayBeSaid) return false;
  const { safeFrom, safeTo } = facts;
  const safeHours = safeFrom !== null && safeTo !== null ? { from: safeFrom, to: safeTo } : null;
  const window = contactWindow(facts.zone, { safeHours, zone: facts.patientZone, daysToAvoid: facts.daysToAvoid ?? undefined }, policy);
  return facts.hurried ? isSafeAt(now, window) : mayWriteAt(now, window);
};

const isStillTrue = (facts: Said, now: Date): boolean => {
  // An answer to a reply says what became of it; it leaves within minutes or not at all.
  if (facts.kind === null) return true;
  if (facts.intentState === 'superseded' || facts.intentState === 'dropped') return false;
  const states = statesOfNews(facts.kind);
  if (states) return facts.isVersion === true && states.includes(facts.bookingState) && facts.startsAt > now;
  switch (facts.kind) {
    case 'offer':
      return facts.offerState === 'open';
    case 'job-confirmed':
    case 'job-updated':
      return facts.isVersion === true && facts.bookingState === 'confirmed';
    case 'offer-closed':
    case 'job-cancelled':
    case 'leg-released':
    case 'job-off':
      return true;
    default:
      return facts.isVersion === true && facts.bookingState === 'confirmed' && !facts.cannotCome && facts.startsAt > now;
  }
};
