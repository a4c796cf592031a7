import type { Modality } from '@dragoman/bookings';
import type { ReadTx, Tx } from '@dragoman/platform';
import { Ladder, type RungOutcome } from './ladder.entity';
import type { Rung, Situation } from './ladder.policy';

interface Row {
  bookingId: string;
  organisationId: string;
  startsAt: Date;
  zone: string;
  createdAt: Date;
  asksSince: Date | null;
  modality: Modality;
  state: string;
  version: number;
  isRelay: boolean;
  isTeam: boolean;
  isSigned: boolean;
  round: number;
  stoppedAt: Date | null;
  stoppedBy: string | null;
  tried: { rung: Rung; outcome: RungOutcome; at: string }[];
}

/** One booking and how far its ladder has come. */
export interface Standing {
  bookingId: string;
  organisationId: string;
  version: number;
  /** Of the site. */
  zone: string;
  createdAt: Date;
  round: number;
  stopped: { at: Date; by: string } | null;
  tried: { rung: Rung; outcome: RungOutcome; at: Date }[];
  situation: Situation;
}

const sql = `
  select b.id as "bookingId", b.organisation_id as "organisationId", b.starts_at as "startsAt", b.zone, b.created_at as "createdAt",
         l.asks_since as "asksSince", b.modality, b.state, b.version, b.pivot_id is not null as "isRelay",
         (select count(*) > 1 from bookings.slots s where s.booking_id = b.id and s.role = 'direct' and s.given_up_at is null) as "isTeam", v.kind = 'signed' as "isSigned",
         coalesce(l.round, 1) as round, l.stopped_at as "stoppedAt", l.stopped_by as "stoppedBy",
         coalesce((select json_agg(json_build_object('rung', r.rung, 'outcome', r.outcome, 'at', r.taken_at) order by r.taken_at, r.id)
                     from ladders.rungs r where r.booking_id = b.id and r.round = l.round), '[]'::json) as tried
    from bookings.bookings b
    join languages.varieties v on v.id = b.variety_id
    left join ladders.ladders l on l.booking_id = b.id`;

const standingOf = (row: Row): Standing => {
  const tried = row.tried.map(({ rung, outcome, at }) => ({ rung, outcome, at: new Date(at) }));
  return {
    bookingId: row.bookingId,
    organisationId: row.organisationId,
    version: row.version,
    zone: row.zone,
    createdAt: row.createdAt,
    round: row.round,
    stopped: row.stoppedAt && row.stoppedBy ? { at: row.stoppedAt, by: row.stoppedBy } : null,
    tried,
    situation: {
      startsAt: row.startsAt,
      asksSince: row.asksSince ?? row.createdAt,
      modality: row.modality,
      isFilled: row.state !== 'requested' && row.state !== 'offering',
      isRelay: row.isRelay,
      isTeam: row.isTeam,
      isSigned: row.isSigned,
      taken: tried,
    },
  };
};

/** What asks for a person and begins within these hours; stopped ones left out. Leans on `bookings_by_day`. */
export const asking = async (tx: ReadTx, { organisationId, hours, now }: { organisationId: string; hours: number; now: Date }): Promise<Standing[]> => {
  const rows = await tx.query<Row[]>(
    `${sql} where b.organisation_id = $1 and b.starts_at > $2 and b.starts_at <= $2 + make_interval(hours => $3)
        and b.state in ('requested', 'offering') and l.stopped_at is null
      order by b.starts_at, b.id`,
    [organisationId, now, hours],
  );
  return rows.map(standingOf);
};

/** Of one booking; undefined where it is not there, or another organisation's. */
export const ladderStanding = async (tx: ReadTx, bookingId: string): Promise<Standing | undefined> =>
  (await tx.query<Row[]>(`${sql} where b.id = $1`, [bookingId])).map(standingOf)[0];

/** Of each of these that is there. */
export const ladderStandings = async (tx: ReadTx, bookingIds: readonly string[]): Promise<Standing[]> =>
  (await tx.query<Row[]>(`${sql} where b.id = any($1::uuid[])`, [bookingIds])).map(standingOf);

/** The booking's ladder, made where there is none yet. The caller holds the booking. */
export const ladderOf = async (tx: Tx, { bookingId, organisationId, version, createdAt }: Standing): Promise<Ladder> => {
  const known = await tx.findOneBy(Ladder, { bookingId });
  if (known) return known;
  const ladder = tx.create(Ladder, { bookingId, organisationId, round: 1, bookingVersion: version, asksSince: createdAt, stoppedAt: null, stoppedBy: null });
  await tx.insert(Ladder, ladder);
  return ladder;
};
