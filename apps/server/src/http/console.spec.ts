import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppConfig } from '../app.config';
import { serveConsole } from './console';
import { makeAdapter, prepareServer } from './server';

@Module({})
class NothingElse {}

const config: AppConfig = { roles: ['staff'], publicUrl: () => 'http://localhost', isHttps: () => false };

let folder: string;
let app: NestFastifyApplication;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dragoman-console-'));
  mkdirSync(join(folder, 'web/assets'), { recursive: true });
  writeFileSync(join(folder, 'web/index.html'), '<!doctype html><title>Dragoman</title>');
  mkdirSync(join(folder, 'web/my/icons'), { recursive: true });
  writeFileSync(join(folder, 'web/my.html'), '<!doctype html><title>For interpreters</title>');
  writeFileSync(join(folder, 'web/my/worker.js'), 'let y');
  writeFileSync(join(folder, 'web/my/app.webmanifest'), '{"name":"Dragoman"}');
  writeFileSync(join(folder, 'web/my/icons/192.png'), 'png');
  writeFileSync(join(folder, 'web/favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'web/assets/app-1a2b3c.js'), 'let x');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  app = await NestFactory.create<NestFastifyApplication>(NothingElse, makeAdapter(config), { logger: false });
  await prepareServer(app, config);
  await serveConsole(app, join(folder, 'web'));
  await app.init();
});

afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

it.each(['/', '/today', '/bookings/0190a0a0-0000-7000-8000-000000000001?tab=messages', '/patients'])(
  'serves the console at %s, to be asked for anew each time',
  async (url) => {
    const response = await app.inject(url);
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    expect(response.body).toContain('<title>Dragoman</title>');
  },
);

it.each(['/my', '/my/', '/my/jobs/0190a0a0-0000-7000-8000-000000000001?late', '/my/week'])(
  'serves the interpreters’ app at %s, to be asked for anew each time',
  async (url) => {
    const response = await app.inject(url);
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    expect(response.body).toContain('<title>For interpreters</title>');
  },
);

it('lets a phone install the app: its worker looks after all of /my, and is asked for anew each time', async () => {
  const worker = await app.inject('/my/worker.js');
  expect(worker.headers).toMatchObject({ 'service-worker-allowed': '/my', 'cache-control': 'no-cache', 'content-type': expect.stringContaining('javascript') });
  expect((await app.inject('/my/app.webmanifest')).headers['content-type']).toContain('application/manifest+json');
  expect((await app.inject('/my/icons/192.png')).headers['content-type']).toBe('image/png');
});

it('serves files with a hash in their name for ever', async () => {
  const response = await app.inject('/assets/app-1a2b3c.js');
  expect(response.statusCode).toBe(200);
  expect(response.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': expect.stringContaining('javascript'),
    'content-security-policy': expect.stringContaining(`script-src 'self'`),
  });
});

it('serves the icon', async () => {
  expect((await app.inject('/favicon.svg')).headers['content-type']).toContain('image/svg+xml');
});

it.each(['/api/nothing', '/assets/app-0000.js', '/p/token', '/i/token', '/health/nothing', '/pages/x.css'])(
  'does not pretend that %s is a screen',
  async (url) => {
    const response = await app.inject(url);
    expect(response.statusCode).toBe(404);
    expect(response.body).not.toContain('<title>');
  },
);

it.each(['/assets/..%2f..%2fsecret.txt', '/assets/%2e%2e/%2e%2e/secret.txt', '/..%2fsecret.txt'])(
  'does not leave its folder for %s',
  async (url) => expect((await app.inject(url)).body).not.toBe('secret'),
);
