import { Injectable } from '@nestjs/common';
import { type BookingRow, bookingsBetween, InterpreterSearch } from '@dragoman/bookings';
import type { Board, BoardJudgements, BoardQuery, JudgementQuery } from '@dragoman/contracts';
import { type CommittedInterpreter, commitmentsBetween, interpretersOnDays, type RosteredInterpreter } from '@dragoman/interpreters';
import { addDays, Clock, dayInterval, type Interval, isoOf, type LocalDate, plusMinutes, wallClock } from '@dragoman/kernel';
import { Organisations } from '@dragoman/organisations';
import { Database, type ReadTx, type StaffActor } from '@dragoman/platform';
import { presentJob, presentJudgement, presentOpening, presentRow } from './board.presenter';
import { TodayDesk } from './today.desk';
import { type Filling, Fillings } from './what-next';

const ROWS = 60;
/** More than an organisation has in a week that one person can look over. */
const MOST = 2_000;
/** What began the day before may still go on. */
const LONGEST_MINUTES = 24 * 60;

const isOpen = ({ state }: BookingRow): boolean => state === 'requested' || state === 'offering';

const byInterpreter = (jobs: readonly CommittedInterpreter[]): ReadonlyMap<string, CommittedInterpreter[]> => {
  const found = new Map<string, CommittedInterpreter[]>();
  for (const job of jobs) found.set(job.interpreterId, [...(found.get(job.interpreterId) ?? []), job]);
  return found;
};

interface Days {
  zone: string;
  dates: LocalDate[];
  window: Interval;
}

interface Roster extends Days {
  /** Soonest first; those that were cancelled are left out. */
  bookings: BookingRow[];
  fillings: ReadonlyMap<string, Filling>;
  items: RosteredInterpreter[];
  next: string | null;
}

/** Those that nobody holds yet, and those of whoever is on the page: told of no others, which may be hundreds. */
const shown = (bookings: readonly BookingRow[], fillings: ReadonlyMap<string, Filling>, items: readonly RosteredInterpreter[]): BookingRow[] => {
  const onPage = new Set(items.map(({ id }) => id));
  return bookings.filter((booking) => isOpen(booking) || fillings.get(booking.id)?.interpreterIds.some((id) => onPage.has(id)));
};

/** The day or week of all interpreters; as many statements for a thousand as for one. */
@Injectable()
export class BoardDesk {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly organisations: Organisations,
    private readonly today: TodayDesk,
    private readonly fillings: Fillings,
    private readonly search: InterpreterSearch,
  ) {}

  show(actor: StaffActor, query: BoardQuery): Promise<Board> {
    return this.database.read(actor, async (tx) => {
      const now = this.clock.now();
      const { zone, dates, window, bookings: all, fillings, items, next } = await this.roster(tx, actor, query);
      const bookings = shown(all, fillings, items);
      const rows = await this.today.rows(tx, actor, bookings);
      const jobs = bookings.flatMap((booking, n) => {
        const row = rows[n];
        const holders = fillings.get(booking.id)?.interpreterIds.length ?? 0;
        return row ? [{ booking, job: presentJob(row, booking, { holders, now }) }] : [];
      });
      const own = new Map(jobs.map(({ job }) => [job.id, job]));
      const calendar = byInterpreter(await commitmentsBetween(tx, items.map(({ id }) => id), window));
      return {
        now: isoOf(now),
        zone,
        date: dates[0] ?? '',
        span: query.span,
        unassigned: jobs.flatMap(({ booking, job }) => {
          const filling = fillings.get(booking.id);
          return isOpen(booking) && filling ? [presentOpening(job, booking, filling, now)] : [];
        }),
        rows: items.map((interpreter) => presentRow(interpreter, { calendar: calendar.get(interpreter.id) ?? [], own, window })),
        next,
      };
    });
  }

  /** What the rules say about everybody whose row the same query shows. @throws NotFound `booking-not-found`. */
  async judge(actor: StaffActor, { bookingId, ...query }: JudgementQuery): Promise<BoardJudgements> {
    const { zone, bookings, fillings, items } = await this.database.read(actor, (tx) => this.roster(tx, actor, query));
    const { possible, explanations } = await this.search.explainAll(actor, bookingId, items.map(({ id }) => id));
    const own = new Map(bookings.map((booking) => [booking.id, booking]));
    const booked = fillings.get(bookingId)?.interpreterIds ?? [];
    const best = possible.find(({ interpreterId }) => !booked.includes(interpreterId)) ?? null;
    const seen = { best: best?.interpreterId ?? null, zone, own };
    return {
      best: best && { interpreterId: best.interpreterId, displayName: best.displayName },
      rows: explanations.map((one) => presentJudgement(one, seen)),
    };
  }

  private async roster(tx: ReadTx, actor: StaffActor, query: BoardQuery): Promise<Roster> {
    const { organisationId } = actor;
    const days = await this.days(tx, organisationId, query);
    const { start, end } = days.window;
    const around = await bookingsBetween(tx, organisationId, { start: plusMinutes(start, -LONGEST_MINUTES), end }, MOST);
    const bookings = around.filter(({ state, endsAt }) => state !== 'cancelled' && endsAt > start);
    const fillings = await this.fillings.of(tx, bookings.map(({ id }) => id));
    const alsoIds = [...new Set([...fillings.values()].flatMap(({ interpreterIds }) => interpreterIds))];
    const { search, language, after } = query;
    const page = await interpretersOnDays(tx, { organisationId, dates: days.dates, alsoIds, search, language, after, limit: ROWS });
    return { ...days, bookings, fillings, ...page };
  }

  private async days(tx: ReadTx, organisationId: string, { date, span }: BoardQuery): Promise<Days> {
    const { zone } = await this.organisations.get(tx, organisationId);
    const day = date ?? wallClock(this.clock.now(), zone).date;
    const { weekday } = wallClock(dayInterval(day, zone).start, zone);
    const first = span === 'week' ? addDays(day, 1 - weekday) : day;
    const dates = Array.from({ length: span === 'week' ? 7 : 1 }, (_, n) => addDays(first, n));
    return { zone, dates, window: { start: dayInterval(first, zone).start, end: dayInterval(dates.at(-1) ?? first, zone).end } };
  }
}
