import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Clock, SystemClock } from '@dragoman/kernel';
import { type TwilioSender, TwilioSmsCarrier, TwilioVoiceCarrier } from '@dragoman/messaging';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../server';

/** In the form of Twilio's, and nobody's. */
export const accountSid = `AC${'0'.repeat(32)}`;
export const authToken = 'a token that is no secret';
export const serviceSid = `MG${'0'.repeat(32)}`;
export const callbackOf = (messageId: string): string => `https://go.example/webhooks/twilio/status/${messageId}`;

export interface FakeStep {
  how: 'take' | 'take-and-hang-up' | 'hang-up' | 'refuse';
  status?: number;
  code?: number;
  /** Seconds. */
  retryAfter?: number;
}

export interface TakenText {
  sid: string;
  to: string;
  from: string;
  body: string;
  validity: number | null;
  callback: string;
}

export interface PlacedCall {
  sid: string;
  to: string;
  from: string;
  /** Where it asks what to say. */
  url: string;
  statusCallback: string;
  machineDetection: string | null;
}

export interface FakeTwilio {
  url: string;
  /** What is done with the next requests, one each. */
  script(...steps: FakeStep[]): Promise<void>;
  /** By its own count. */
  taken(): Promise<TakenText[]>;
  calls(): Promise<PlacedCall[]>;
  forget(): Promise<void>;
  /** What it calls now from here on. */
  setTime(now: Date): Promise<void>;
  stop(): Promise<void>;
}

const stop = async (child: ChildProcess): Promise<void> => {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
};

/** A Twilio in a process of its own. */
export const fakeTwilio = async (): Promise<FakeTwilio> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'fake.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const url = `http://127.0.0.1:${port}`;
  const control = async <Kept = TakenText>(told: object): Promise<Kept[]> => {
    const response = await fetch(`${url}/control`, { method: 'POST', body: JSON.stringify(told) });
    return (await response.json()) as Kept[];
  };
  return {
    url,
    script: async (...steps) => void (await control({ script: steps })),
    taken: () => control({}),
    calls: () => control<PlacedCall>({ calls: true }),
    forget: async () => void (await control({ forget: true, script: [] })),
    setTime: async (now) => void (await control({ now })),
    stop: () => stop(child),
  };
};

const root = join(import.meta.dirname, '../../..');
const description = 'node_modules/@twilio/cli-core/src/services/twilio-api/twilio_api_v2010.json';
const PATIENCE_MS = 90_000;

const PORTS_TRIED = 5;

/** A port that was free may be somebody's by the time Prism listens, and Prism cannot choose its own: then it ends at once. */
const prismOn = async (port: number): Promise<{ url: string; stop(): Promise<void> } | null> => {
  const url = `http://127.0.0.1:${port}`;
  // In one process: between several, Prism leans on `node:cluster` having a default export, which Node 20 does not promise.
  const prism = join(root, 'node_modules/@stoplight/prism-cli/dist/index.js');
  const child = spawn(process.execPath, [prism, 'mock', '--multiprocess=false', '--port', String(port), join(root, description)], { stdio: ['ignore', 'ignore', 'inherit'] });
  for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline; await delay(100)) {
    if (child.exitCode !== null) return null;
    if (await fetch(url).then(() => true, () => false)) return { url, stop: () => stop(child) };
  }
  await stop(child);
  throw new Error('Prism does not answer.');
};

/** Prism, serving Twilio's own description of its API: refuses what Twilio's document does not allow. */
export const prismTwilio = async (): Promise<{ url: string; stop(): Promise<void> }> => {
  for (let tried = 0; tried < PORTS_TRIED; tried++) {
    const started = await prismOn(await freePort());
    if (started) return started;
  }
  throw new Error('Prism did not start.');
};

export const ourVoice = '+447700900700';
export const scriptOf = (messageId: string): string => `https://go.example/webhooks/twilio/calls/${messageId}`;

export const twilioVoice = (apiUrl: string, account = accountSid): TwilioVoiceCarrier =>
  new TwilioVoiceCarrier({ accountSid: account, authToken, from: ourVoice, script: scriptOf, statusCallback: (id) => `${scriptOf(id)}/status`, apiUrl });

export const twilioCarrier = (
  apiUrl: string,
  { sender = { kind: 'number', from: '+447700900100' }, clock = new SystemClock(), account = accountSid }: { sender?: TwilioSender; clock?: Clock; account?: string } = {},
): TwilioSmsCarrier =>
  new TwilioSmsCarrier({ accountSid: account, authToken, sender, statusCallback: callbackOf, apiUrl }, clock);
