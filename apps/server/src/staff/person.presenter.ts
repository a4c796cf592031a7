import type { Account, Invitation as Invited } from '@dragoman/access';
import type { AccountMail, Invitation, Person, TestMessage } from '@dragoman/contracts';
import { isoOf, isoOrNull } from '@dragoman/kernel';
import type { AccountMailState, TestMessage as Sent } from '@dragoman/people';

const states: Readonly<Record<AccountMailState['state'], AccountMail['state']>> = {
  queued: 'on-its-way',
  'handed-over': 'on-its-way',
  sent: 'sent',
  delivered: 'arrived',
  failed: 'not-arrived',
  unknown: 'unknown',
};

const presentMail = ({ state, failure }: Pick<AccountMailState, 'state' | 'failure'>): AccountMail => ({ state: states[state], why: failure });

type MailById = ReadonlyMap<string, AccountMailState>;

const mailOf = (id: string, mail: MailById): AccountMail | null => {
  const newest = mail.get(id);
  return newest ? presentMail(newest) : null;
};

export const presentPerson = (
  { id, name, email, role, deactivatedAt }: Account,
  { mail, failing }: { mail: MailById; failing: ReadonlyMap<string, string> },
): Person => ({
  id, name, email, role,
  deactivatedAt: isoOrNull(deactivatedAt),
  addressFails: failing.get(email) ?? null,
  mail: mailOf(id, mail),
});

export const presentInvitation = (
  invited: Invited,
  { mail, names, now }: { mail: MailById; names: ReadonlyMap<string, string>; now: Date },
): Invitation => ({
  id: invited.id,
  name: invited.name,
  email: invited.email,
  role: invited.role,
  invitedBy: names.get(invited.invitedBy) ?? null,
  sentAt: isoOf(invited.sentAt),
  expiresAt: isoOf(invited.expiresAt),
  isExpired: invited.stateAt(now) === 'expired',
  mail: mailOf(invited.id, mail),
});

export const presentTestMessage = ({ id, channel, address, at, ...sent }: Sent): TestMessage => ({
  id,
  channel: channel === 'email' ? 'email' : 'sms',
  address,
  at: isoOf(at),
  mail: presentMail(sent),
});
