import { randomUUID } from 'node:crypto';
import type { Interpreter, InterpreterApp, MyOffers, MySession, OutboxPage } from '@dragoman/contracts';
import { Desk } from '../support/desk';
import { effectOf } from '../support/effects';
import { askForCode, codeOn, signedInPhone } from '../support/my';
import { MY_OPENING, type MyStand, myStand } from '../support/my-stand';

const OPENING = new Date(MY_OPENING);

let world: MyStand;

beforeAll(async () => {
  world = await myStand();
}, 120_000);

afterAll(() => world.close());

beforeEach(async () => {
  world.clock.set(OPENING);
  // Everybody here comes from one address.
  await world.superuser.query('truncate access.sign_in_attempts');
});

const minutesLater = (minutes: number): void => world.clock.set(new Date(OPENING.getTime() + minutes * 60_000));
const enter = (to: string, code: string): Promise<MySession> => new Desk(world.url).request('POST', '/api/my/session', { to, code });
const isWrong = { status: 403, code: 'wrong-code' };
const another = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

const coded = async (): Promise<{ interpreter: Interpreter; code: string }> => {
  const interpreter = await world.ruth.addInterpreter();
  await askForCode(world, interpreter.phone);
  return { interpreter, code: (await codeOn(world, interpreter.phone)) ?? '' };
};

describe('an interpreter signs in on their phone', () => {
  it('with a code that arrives by text, and stays signed in for ninety days', async () => {
    const interpreter = await world.ruth.addInterpreter({ displayName: 'Hiba Elamin' });
    // As a person writes it.
    expect(await askForCode(world, interpreter.phone.replace('+44', '0'))).toEqual({ channel: 'sms', minutes: 10 });
    const code = (await codeOn(world, interpreter.phone)) ?? '';
    const phone = new Desk(world.url);
    const session = await phone.request<MySession>('POST', '/api/my/session', { to: interpreter.phone, code });
    expect(session.interpreter).toMatchObject({ id: interpreter.id, displayName: 'Hiba Elamin' });
    expect(session.expiresAt).toBe('2027-02-22T09:42:00.000Z');
    minutesLater(89 * 24 * 60);
    expect((await phone.request<MySession>('GET', '/api/my/session')).interpreter.id).toBe(interpreter.id);
    minutesLater(90 * 24 * 60);
    await expect(phone.request('GET', '/api/my/session')).rejects.toMatchObject({ status: 401 });
  });

  it('or by mail, where that is easier', async () => {
    const { email, id } = await world.ruth.addInterpreter();
    expect(await askForCode(world, ` ${email.toUpperCase()} `)).toEqual({ channel: 'email', minutes: 10 });
    expect((await enter(email, (await codeOn(world, email)) ?? '')).interpreter.id).toBe(id);
  });

  it('with a cookie that no script reads and no other site sends', async () => {
    const { interpreter, code } = await coded();
    const response = await new Desk(world.url).sendKeyed('POST', '/api/my/session', { type: 'application/json', text: JSON.stringify({ to: interpreter.phone, code }) });
    expect(response.headers.getSetCookie()).toEqual([expect.stringMatching(/^dragoman-my=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/)]);
  });

  it('and is no member of staff by it, as no member of staff is an interpreter', async () => {
    const phone = await signedInPhone(world, await world.ruth.addInterpreter());
    await expect(phone.request('GET', '/api/today')).rejects.toMatchObject({ status: 401 });
    await expect(world.ruth.request<MyOffers>('GET', '/api/my/offers')).rejects.toMatchObject({ status: 401 });
  });
});

describe('a code', () => {
  it('works once', async () => {
    const { interpreter, code } = await coded();
    await enter(interpreter.phone, code);
    await expect(enter(interpreter.phone, code)).rejects.toMatchObject(isWrong);
  });

  it('lets one of two in who use it at once', async () => {
    const { interpreter, code } = await coded();
    const both = await Promise.allSettled([enter(interpreter.phone, code), enter(interpreter.phone, code)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('ends after ten minutes', async () => {
    const { interpreter, code } = await coded();
    minutesLater(10);
    await expect(enter(interpreter.phone, code)).rejects.toMatchObject(isWrong);
  });

  it('ends after five wrong tries, however right the sixth', async () => {
    const { interpreter, code } = await coded();
    for (let times = 0; times < 5; times++) await expect(enter(interpreter.phone, another(code))).rejects.toMatchObject(isWrong);
    await expect(enter(interpreter.phone, code)).rejects.toMatchObject(isWrong);
  });

  it('stops when a newer one was asked for', async () => {
    const { interpreter, code } = await coded();
    await askForCode(world, interpreter.phone);
    const newer = (await codeOn(world, interpreter.phone)) ?? '';
    if (newer !== code) await expect(enter(interpreter.phone, code)).rejects.toMatchObject(isWrong);
    expect((await enter(interpreter.phone, newer)).interpreter.id).toBe(interpreter.id);
  });

  it('is for whom it was sent to, and nobody else', async () => {
    const { code } = await coded();
    const somebody = await world.ruth.addInterpreter();
    await askForCode(world, somebody.phone);
    if ((await codeOn(world, somebody.phone)) !== code) await expect(enter(somebody.phone, code)).rejects.toMatchObject(isWrong);
  });

  it('is kept as a hash that takes its time to guess', async () => {
    const { interpreter, code } = await coded();
    const { rows } = await world.superuser.query('select code_hash from access.sign_in_codes where interpreter_id = $1', [interpreter.id]);
    expect(rows).toEqual([{ code_hash: expect.stringMatching(/^\$argon2id\$/) }]);
    expect(rows[0].code_hash).not.toContain(code);
  });

  it('is seen on the phone, and by nobody who looks over the messages that left', async () => {
    const { interpreter, code } = await coded();
    const { items } = await world.ruth.request<OutboxPage>('GET', '/api/messages/outbox?show=left&channel=sms');
    const sent = items.flatMap(({ message }) => (message?.kind === 'sign-in-code' && message.recipientName === interpreter.displayName ? [message] : []));
    expect(sent.length).toBeGreaterThan(0);
    for (const { body, english } of sent) expect([body, english].join()).toMatch(/^(?!.*\d{6}).*••••••/s);
    expect(code).toMatch(/^\d{6}$/);
  });
});

describe('nobody learns from it who is known', () => {
  it('a number that nobody has is answered alike, and nothing is sent', async () => {
    const known = await askForCode(world, (await world.ruth.addInterpreter()).phone);
    const { effect } = await effectOf(world.superuser, async () => {
      expect(await askForCode(world, '+447700900998')).toEqual(known);
      expect(await askForCode(world, `${randomUUID()}@interpreters.example`)).toEqual({ channel: 'email', minutes: 10 });
    });
    expect(Object.keys(effect)).toEqual(['access.sign_in_attempts']);
    await expect(enter('+447700900998', '123456')).rejects.toMatchObject(isWrong);
  });

  it('whoever asks for code after code has to wait, known or not', async () => {
    for (const to of [(await world.ruth.addInterpreter()).phone, '+447700900998']) {
      for (let times = 0; times < 5; times++) await askForCode(world, to);
      await expect(askForCode(world, to)).rejects.toMatchObject({ status: 429, code: 'too-many-attempts' });
    }
  });

  it('what is no number is said to be none', async () => {
    await expect(askForCode(world, 'Hiba')).rejects.toMatchObject({ status: 422, code: 'not-a-phone-number' });
  });
});

describe('a phone is signed out', () => {
  it('by its owner, who may do it twice', async () => {
    const phone = await signedInPhone(world, await world.ruth.addInterpreter());
    const { cookies } = phone;
    await phone.request('DELETE', '/api/my/session');
    await phone.request('DELETE', '/api/my/session');
    const again = await fetch(`${world.url}/api/my/session`, { headers: { cookie: cookies } });
    expect(again.status).toBe(401);
  });

  it('by staff, when it was lost', async () => {
    const interpreter = await world.ruth.addInterpreter();
    const phone = await signedInPhone(world, interpreter);
    const path = `/api/interpreters/${interpreter.id}/app`;
    expect(await world.ruth.request<InterpreterApp>('GET', path)).toEqual({ sessions: 1, signedInAt: OPENING.toISOString() });
    await world.ruth.request('DELETE', path);
    await expect(phone.request('GET', '/api/my/session')).rejects.toMatchObject({ status: 401 });
    expect(await world.ruth.request<InterpreterApp>('GET', path)).toEqual({ sessions: 0, signedInAt: null });
  });

  it('for good when the interpreter does not work any more, also once they do again', async () => {
    const interpreter = await world.ruth.addInterpreter();
    const phone = await signedInPhone(world, interpreter);
    const activity = `/api/interpreters/${interpreter.id}/activity`;
    const { version } = await world.ruth.request<Interpreter>('PUT', activity, { active: false, version: interpreter.version });
    await expect(phone.request('GET', '/api/my/session')).rejects.toMatchObject({ status: 401 });
    await world.jobs.runJobs();
    await askForCode(world, interpreter.phone);
    expect(await codeOn(world, interpreter.phone)).toMatch(/^\d{6}$/);
    expect((await world.superuser.query('select 1 from access.sign_in_codes where interpreter_id = $1', [interpreter.id])).rowCount).toBe(0);
    await world.ruth.request('PUT', activity, { active: true, version });
    await expect(phone.request('GET', '/api/my/session')).rejects.toMatchObject({ status: 401 });
  });

  it('never was one of somebody who comes through an agency: they are booked on its word', async () => {
    const interpreter = await world.ruth.addInterpreter();
    const { id } = await world.ruth.request<{ id: string }>('POST', '/api/agencies', { name: `Northern Voices ${randomUUID().slice(0, 8)}`, email: `${randomUUID()}@northern.example`, phone: null, varietyIds: ['apd'] });
    await world.superuser.query('update interpreters.interpreters set agency_id = $2 where id = $1', [interpreter.id, id]);
    await askForCode(world, interpreter.phone);
    expect(await codeOn(world, interpreter.phone)).toBeUndefined();
  });
});
