import type { Supporter as View } from '@dragoman/contracts';
import { isoOf } from '@dragoman/kernel';
import { mayBeToldNow, type Supporter } from '@dragoman/patients';

interface Seen {
  /** Account id → name. */
  staff: ReadonlyMap<string, string>;
  now: Date;
}

/** @param reads the name of the language in English */
export const presentSupporter = (supporter: Supporter, reads: string, { staff, now }: Seen): View => ({
  id: supporter.id,
  name: supporter.name,
  relation: supporter.relation,
  channel: supporter.channel,
  address: supporter.address,
  isConfirmed: supporter.confirmedAt !== null,
  readsVariety: supporter.readsVariety,
  reads,
  mayBeTold: supporter.mayBeTold,
  askedHow: supporter.askedHow,
  recordedBy: staff.get(supporter.recordedBy) ?? 'a colleague',
  consentGivenAt: isoOf(supporter.consentGivenAt),
  expiresAt: isoOf(supporter.expiresAt),
  isOver: !mayBeToldNow(supporter, now),
});
