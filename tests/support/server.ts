import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { TestDatabase } from './postgres';

const root = join(import.meta.dirname, '../..');
const startPatience = 60_000;

export interface ServerOptions {
  /** A database of the test; left out, the server opens the embedded one in DATA_DIR. */
  database?: TestDatabase;
  /** Variables of config/env.schema.ts; DEMO is 0 unless set here. */
  env?: Record<string, string>;
}

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  output: string;
}

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Everything it has printed so far. */
  output(): string;
  /** Sends a signal and waits for the end of the process. */
  kill(signal: NodeJS.Signals): Promise<Ended>;
  /** Ends it as Ctrl-C does. */
  stop(): Promise<Ended>;
}

/** A port that was free a moment ago. */
export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('A server without a port.');
  return address.port;
};

const settingsOf = ({ database, env }: ServerOptions): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '',
  // Makes the server end itself should the test process die without ending it.
  npm_lifecycle_event: 'test',
  DEMO: '0',
  ...(database && {
    DATABASE_URL: database.urls.app,
    DATABASE_OWNER_URL: database.urls.owner,
    DATABASE_JOBS_URL: database.urls.jobs,
  }),
  ...env,
});

interface Run {
  child: ChildProcess;
  output(): string;
  ended: Promise<Ended>;
}

const run = (env: Record<string, string>): Run => {
  const command = join(root, 'config/commands/start.mjs');
  const child = spawn(process.execPath, [command], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = once(child, 'close').then(([code, signal]): Ended => ({ code, signal, output }));
  return { child, output: () => output, ended };
};

/** What `npm start` does, for starts that are meant to fail: waits for its end. */
export const failingStart = async (options: ServerOptions): Promise<Ended> => {
  const { child, ended } = run(settingsOf(options));
  const giveUp = setTimeout(() => child.kill('SIGKILL'), startPatience);
  return ended.finally(() => clearTimeout(giveUp));
};

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Starts the real server, in a process of its own as `npm start` does, and waits until it can work. */
export const startServer = async (options: ServerOptions): Promise<ServerProcess> => {
  const port = await freePort();
  const { child, output, ended } = run({ PORT: String(port), ...settingsOf(options) });
  const url = `http://localhost:${options.env?.PORT ?? port}`;
  let isOver = false;
  void ended.then(() => (isOver = true));
  // It answers a little before its worker runs, and says so when all of it does.
  const isUp = async (): Promise<boolean> => output().includes('Dragoman serves') && (await answers(url));
  for (const deadline = performance.now() + startPatience; !(await isUp()); await delay(50)) {
    if (isOver) throw new Error(`The server did not start.\n${output()}`);
    if (performance.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`The server was not ready within ${startPatience / 1000} s.\n${output()}`);
    }
  }
  const kill = async (signal: NodeJS.Signals): Promise<Ended> => {
    child.kill(signal);
    return ended;
  };
  return { url, pid: child.pid ?? 0, output, kill, stop: () => kill('SIGINT') };
};
