import type pg from 'pg';

export const kinds = ['remote', 'on site', 'gender', 'credential', 'rare language', 'worst case'] as const;
export type Kind = (typeof kinds)[number];

/** One search, as the console asks it and as the two baselines are asked. */
export interface SearchRequest {
  kind: Kind;
  organisation: number;
  body: Record<string, unknown>;
  values: unknown[];
}

interface Row {
  kind: Kind;
  organisation: number;
  patientId: string;
  siteId: string;
  organisationId: string;
  varietyId: string;
  date: string;
  time: string;
  length: number;
  modality: string;
  topic: string;
  startsAt: Date;
  endsAt: Date;
}

export const NOW = new Date('2026-11-24T09:00:00Z');

/**
 * $1 how many. A quarter remote, 30% on site, 15% from patients with a wish, 10% that ask for scope and validity, 15% in
 * languages few speak, 5% the worst case: the most frequent language on site in the largest city, where the
 * best have a job elsewhere straight afterwards.
 */
const requestsSql = `
with numbered as (
  select n, case when n % 20 < 5 then 'remote' when n % 20 < 11 then 'on site' when n % 20 < 14 then 'gender'
                 when n % 20 < 16 then 'credential' when n % 20 < 19 then 'rare language' else 'worst case' end as kind
    from generate_series(0, $1::int - 1) n)
select r.kind, p.organisation, p.id as "patientId", bench.id('0003', p.organisation * 2 + (bench.roll(r.n, 203) < 0.5)::int) as "siteId",
       bench.id('0002', p.organisation) as "organisationId", v.id as "varietyId", t.date::text, t.time, t.length,
       case when r.kind = 'worst case' or r.kind = 'on site' then 'in-person'
            when r.kind = 'remote' then case when v.signed or bench.roll(r.n, 204) < 0.5 then 'video' else 'phone' end
            when v.signed then case when bench.roll(r.n, 204) < 0.6 then 'in-person' else 'video' end
            else (array['in-person', 'in-person', 'video', 'phone'])[1 + floor(4 * bench.roll(r.n, 204))::int] end as modality,
       case when r.kind = 'credential' then 'mental-health' else 'general' end as topic,
       (t.date || ' ' || t.time)::timestamp at time zone 'Europe/London' as "startsAt",
       (t.date || ' ' || t.time)::timestamp at time zone 'Europe/London' + make_interval(mins => t.length) as "endsAt"
  from numbered r
  cross join lateral (
    select * from bench.varieties v
     where v.id = case r.kind when 'worst case' then (select id from bench.varieties where rank = 1)
                    when 'rare language' then (select id from bench.varieties where rank = 121 + floor(120 * bench.roll(r.n, 201))::int)
                    else bench.variety(bench.roll(r.n, 200)) end) v
  cross join lateral (
    select b.* from bench.patients b join patients.patients p using (id)
     where b.variety_id = v.id and (r.kind <> 'worst case' or b.organisation < 3)
     order by (r.kind = 'gender' and p.wish_gender is not null) desc, bench.roll(b.n, r.n) limit 1) p
  cross join lateral (
    select case r.kind when 'worst case' then date '2026-12-02' when 'credential' then date '2026-12-04'
             else (array['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03',
                         '2026-12-05'])[1 + floor(8 * bench.roll(r.n, 205))::int]::date end as date,
           case r.kind when 'worst case' then '16:20'
             else to_char(time '09:00' + make_interval(mins => 10 * floor(46 * bench.roll(r.n, 206))::int), 'HH24:MI') end as time,
           case r.kind when 'worst case' then 40 else 30 + 10 * floor(4 * bench.roll(r.n, 207))::int end as length) t
 order by bench.roll(r.n, 208)`;

const requestOf = (row: Row): SearchRequest => {
  const { kind, organisation, organisationId, startsAt, endsAt, ...appointment } = row;
  const { patientId, siteId, varietyId, modality, topic } = appointment;
  return {
    kind,
    organisation,
    body: { room: null, ...appointment },
    values: [organisationId, patientId, siteId, varietyId, startsAt, endsAt, modality, topic, NOW],
  };
};

export const makeRequests = async (client: pg.Client, howMany: number): Promise<SearchRequest[]> =>
  (await client.query<Row>(requestsSql, [howMany])).rows.map(requestOf);
