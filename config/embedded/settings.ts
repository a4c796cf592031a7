import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import type { Home } from './home';

/** The three logins of the program, and the superuser that only creates them. */
export const logins = { superuser: 'postgres', owner: 'dragoman_owner', app: 'dragoman_app', jobs: 'dragoman_jobs' } as const;
export type Login = keyof typeof logins;

export interface Settings {
  readonly port: number;
  readonly passwords: Readonly<Record<Login, string>>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });

const write = (path: string, settings: Settings): void =>
  fs.writeFileSync(path, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });

const newPassword = (): string => randomBytes(24).toString('base64url');

/** Port and generated passwords of a cluster, made once; the hard link lets only one of two first starts win. */
export const settingsOf = async (home: Home): Promise<Settings> => {
  if (!fs.existsSync(home.settings)) {
    const draft = `${home.settings}.${process.pid}`;
    const passwords = { superuser: newPassword(), owner: newPassword(), app: newPassword(), jobs: newPassword() };
    write(draft, { port: await freePort(), passwords });
    try {
      fs.linkSync(draft, home.settings);
    } catch (error) {
      if (!fs.existsSync(home.settings)) throw error;
    } finally {
      fs.rmSync(draft);
    }
  }
  return JSON.parse(fs.readFileSync(home.settings, 'utf8'));
};

/** Another program may have taken the port while the cluster was down. */
export const moveToFreePort = async (home: Home, settings: Settings): Promise<Settings> => {
  const moved = { ...settings, port: await freePort() };
  const draft = `${home.settings}.${process.pid}`;
  write(draft, moved);
  fs.renameSync(draft, home.settings);
  return moved;
};

export const urlOf = ({ port, passwords }: Settings, login: Login, database: string): string =>
  `postgres://${logins[login]}:${passwords[login]}@127.0.0.1:${port}/${database}`;
