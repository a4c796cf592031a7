import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { COOKIE } from './lists';

export interface Contender {
  child: ChildProcess;
  port: number;
  close(): Promise<void>;
}

/** A process of its own, which is told what it needs and tells its port. */
export const started = async (script: 'server' | 'raw', message: object): Promise<Contender> => {
  const child = fork(join(import.meta.dirname, `${script}.js`), { execArgv: [] });
  child.send(message);
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${script} did not start`);
  });
  const [{ port }] = (await Promise.race([once(child, 'message'), ended])) as [{ port: number }];
  ended.catch(() => undefined);
  return {
    child,
    port,
    close: async () => {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
};

const HEAD_ENDS = '\r\n\r\n';

/** One connection that stays open; costs whoever measures as little as it can. */
class Asker {
  private received: Buffer = Buffer.alloc(0);
  private heard: ((bytes: number) => void) | undefined;
  private failed: ((error: Error) => void) | undefined;

  constructor(private readonly socket: Socket, private readonly request: string) {
    socket.on('data', (chunk) => this.read(chunk));
    socket.on('error', (error) => this.failed?.(error));
    socket.on('close', () => this.failed?.(new Error('the server hung up')));
  }

  ask(): Promise<number> {
    return new Promise((resolve, reject) => {
      [this.heard, this.failed] = [resolve, reject];
      this.socket.write(this.request);
    });
  }

  close(): void {
    this.failed = undefined;
    this.socket.destroy();
  }

  private read(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const end = this.received.indexOf(HEAD_ENDS);
    if (end < 0) return;
    const head = this.received.toString('latin1', 0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
    if (!head.startsWith('HTTP/1.1 200') || Number.isNaN(length)) return this.failed?.(new Error(head));
    const whole = end + HEAD_ENDS.length + length;
    if (this.received.length < whole) return;
    this.received = this.received.subarray(whole);
    this.heard?.(length);
  }
}

export const askers = async (port: number, path: string, many: number): Promise<Asker[]> => {
  const request = `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${COOKIE}\r\naccept: application/json\r\n\r\n`;
  return Promise.all(
    Array.from({ length: many }, async () => {
      const socket = connect(port, '127.0.0.1').setNoDelay();
      await once(socket, 'connect');
      return new Asker(socket, request);
    }),
  );
};

/** Every connection is kept busy for so long. @returns requests a second. */
export const throughput = async (port: number, path: string, { connections, seconds }: { connections: number; seconds: number }): Promise<number> => {
  const all = await askers(port, path, connections);
  const begun = performance.now();
  const passed = (): number => (performance.now() - begun) / 1000;
  let answered = 0;
  await Promise.all(
    all.map(async (asker) => {
      for (; passed() < seconds; answered++) await asker.ask();
    }),
  );
  const took = passed();
  for (const asker of all) asker.close();
  return answered / took;
};
