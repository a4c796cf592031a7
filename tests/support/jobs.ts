import type { INestApplicationContext } from '@nestjs/common';
import { Jobs } from '@dragoman/platform';
import type pg from 'pg';

export interface JobRunner {
  runJob(name: string, payload: unknown): Promise<void>;
  /** Until none is left, those that these write among them. */
  runJobs(): Promise<void>;
}

/** Runs what was published, in order and in this process, so that a test sees it done. */
export const jobRunner = (nest: Pick<INestApplicationContext, 'get'>, superuser: pg.Pool): JobRunner => {
  const jobs = nest.get(Jobs, { strict: false });

  const runJob = async (name: string, payload: unknown): Promise<void> => {
    const handler = jobs.all().get(name);
    if (!handler) throw new Error(`nobody handles ${name}`);
    await handler(payload);
  };

  const runJobs = async (): Promise<void> => {
    for (;;) {
      const { rows } = await superuser.query<{ id: string; task: string; payload: unknown }>(
        `select j.id, t.identifier as task, j.payload from graphile_worker._private_jobs j
           join graphile_worker._private_tasks t on t.id = j.task_id order by j.id limit 1`,
      );
      const [job] = rows;
      if (!job) return;
      await superuser.query('delete from graphile_worker._private_jobs where id = $1', [job.id]);
      await runJob(job.task, job.payload);
    }
  };
  return { runJob, runJobs };
};
