import type { EntryRow } from '@dragoman/bookings';
import type { LadderView } from '@dragoman/contracts';
import { isoOf } from '@dragoman/kernel';
import type { LadderView as Ladder } from '@dragoman/ladders';

/** @param staff account id → name */
export const presentLadder = ({ isOn, isAsking, zone, stopped, tried, planned }: Ladder, staff: ReadonlyMap<string, string>): LadderView => ({
  isOn,
  isAsking,
  zone,
  stopped: stopped && { by: staff.get(stopped.by) ?? 'Somebody who has left', at: isoOf(stopped.at) },
  tried: tried.map(({ rung, outcome, at }) => ({ to: rung, outcome, at: isoOf(at) })),
  planned: planned.map(({ to, at, skipped }) => ({ to, at: isoOf(at), skipped })),
});

const titles: Readonly<Record<string, string>> = {
  video: 'Nobody had accepted: video is tried',
  phone: 'Nobody had accepted: the telephone is tried',
  relay: 'Nobody had accepted: a relay is tried',
  rebook: 'Nobody had accepted: another day is to be agreed',
  stopped: 'Fallback stopped',
  resumed: 'Fallback goes on',
};

/** What a ladder did, or somebody to it; null for any other entry. */
export const tellLadder = ({ kind, detail }: Pick<EntryRow, 'kind' | 'detail'>, by: string | undefined): { title: string; detail: string | null } | null => {
  if (kind !== 'ladder') return null;
  const title = titles[String(detail['what'])] ?? 'Fallback';
  if (detail['why'] === 'nobody') return { title, detail: 'nobody could be found for it' };
  return { title, detail: by ? `by ${by}` : 'by the clinic’s rules' };
};
