import pg from 'pg';

const BATCH = 100;

/** What an expert would write who had nothing but to claim rows and mark them: two statements a batch, each committed. */
export const openRaw = async (url: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const claim = {
    name: 'claim',
    text: `update bench.raw set state = 'handed-over', claim = gen_random_uuid(), lease_until = now() + interval '20 seconds'
            where id in (select id from bench.raw where state = 'queued' and channel = 'sms' and not_before <= $1
                          order by not_before, id limit ${BATCH} for update skip locked)
            returning id, address, body`,
  };
  const mark = {
    name: 'mark',
    text: `update bench.raw set state = 'sent', claim = null, lease_until = null, provider_id = id::text, sent_at = now()
            where id = any($1::uuid[]) and state = 'handed-over'`,
  };
  return {
    /** Everything that is due by then. @returns how many. */
    drain: async (now: Date): Promise<number> => {
      for (let sent = 0; ; ) {
        const { rows } = await client.query<{ id: string }>({ ...claim, values: [now] });
        if (rows.length === 0) return sent;
        await client.query({ ...mark, values: [rows.map(({ id }) => id)] });
        sent += rows.length;
      }
    },
    /** What autovacuum does elsewhere, and would do here in the middle of somebody's turn. */
    keepUp: () => client.query('vacuum (analyze) bench.raw, messaging.messages, reminders.intents, access.links'),
    close: () => client.end(),
  };
};

export type Raw = Awaited<ReturnType<typeof openRaw>>;
