import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const root = join(import.meta.dirname, '../..');

/** Where browser tests leave pictures for people to look at; git ignores it. */
export const screenshots = join(root, '.artifacts/screenshots');

interface Executable {
  path: string;
  env: Record<string, string>;
}

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const systemPlaces = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const systemChromium = (): Executable | undefined => {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...systemNames.flatMap((name) => folders.map((folder) => join(folder, name))), ...systemPlaces];
  const path = candidates.find(isExecutable);
  return path ? { path, env: {} } : undefined;
};

/** In a folder of this clone, because the package's own, fixed one may belong to another account of the machine. */
const bundledFolder = (): string => {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'));
  const folder = join(root, '.data', `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  execFileSync(process.execPath, [join(import.meta.dirname, 'inflate-chromium.mjs')], { env: { ...process.env, TMPDIR: draft } });
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
};

const lacksLibraries = (path: string): boolean => {
  const { status, stdout } = spawnSync('ldd', [path], { encoding: 'utf8' });
  return status !== 0 || stdout.includes('not found');
};

/** The package's own settings look for fonts in places that only its usual machines have. */
const fontSettings = (folder: string): string => {
  const file = join(folder, 'fonts.conf');
  const entries = `<dir>${join(folder, 'fonts/fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir>`;
  if (!existsSync(file)) writeFileSync(file, `<?xml version="1.0"?><fontconfig>${entries}</fontconfig>\n`);
  return file;
};

const bundledChromium = (): Executable => {
  const folder = bundledFolder();
  const path = join(folder, 'chromium');
  return {
    path,
    env: {
      ...(lacksLibraries(path) && { LD_LIBRARY_PATH: join(folder, 'al2023/lib') }),
      ...(!existsSync('/etc/fonts') && { FONTCONFIG_FILE: fontSettings(folder) }),
    },
  };
};

/**
 * Starts a Chromium: the machine's own, else the one of @sparticuz/chromium; `DRAGOMAN_BROWSER=bundled` forces the latter.
 * Without a sandbox, which root and most containers cannot have; it only ever sees our own pages.
 */
export const launchBrowser = async (): Promise<Browser> => {
  const system = process.env.DRAGOMAN_BROWSER === 'bundled' ? undefined : systemChromium();
  const { path, env } = system ?? bundledChromium();
  return chromium.launch({
    executablePath: path,
    env: { ...process.env, ...env },
    chromiumSandbox: false,
    args: [
      // A microphone that beeps, and nobody to ask.
      '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream',
      '--disable-gpu', '--disable-quic', '--disable-sync', '--disable-breakpad', '--no-zygote', '--font-render-hinting=none',
    ],
  });
};

const MOST_TRIES = 3;

/**
 * Leaves a picture of the whole page among the artifacts. On a busy machine Chromium may have no picture to give at that moment, and says so
 * at once; a moment later it has. That says nothing of the page, so it is asked again for nothing else.
 */
export const takePicture = async (page: Page, name: string): Promise<void> => {
  for (let tries = 1; ; tries++) {
    try {
      await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true, animations: 'disabled' });
      return;
    } catch (error) {
      if (tries === MOST_TRIES || !String(error).includes('Unable to capture screenshot')) throw error;
    }
  }
};
