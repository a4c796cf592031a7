import { Conflict } from '@dragoman/kernel';
import pg from 'pg';
import pino from 'pino';
import { QueryFailedError } from 'typeorm';
import { describeError, describeRequest, ServerLog } from './log';

it('writes the pattern of a route, never the address with its token', () => {
  const request = { method: 'GET', url: '/p/secret-token?lang=ar', routeOptions: { url: '/p/:token' } };
  expect(describeRequest(request as never)).toEqual({ method: 'GET', route: '/p/:token' });
});

it('keeps the values of a failed statement out of the log', () => {
  const driver = Object.assign(new Error('invalid input syntax for type uuid: "Amina Yusuf"'), {
    code: '22P02',
    detail: 'Key (email)=(amina@clinic.example) already exists.',
  });
  const line = JSON.stringify(describeError(new QueryFailedError('select $1', ['Amina Yusuf'], driver)));
  expect(line).toContain('22P02');
  expect(line).toContain('log.spec');
  expect(line).not.toMatch(/Amina|amina/);
});

it('says where a defect is', () => {
  expect(describeError(new TypeError('x is not a function'))).toMatchObject({
    name: 'TypeError',
    message: 'x is not a function',
    at: expect.stringContaining('log.spec'),
  });
});

it('keeps what a refusal says about a person out of the log, and its code in', () => {
  const line = JSON.stringify(describeError(new Conflict('interpreter-not-possible', 'Hiba Elamin is booked then.')));
  expect(line).toContain('interpreter-not-possible');
  expect(line).not.toContain('Hiba');
});

it('treats a refusal that comes straight from the driver as it treats one of a statement', () => {
  const refusal = Object.assign(new pg.DatabaseError('value "Amina\nYusuf" is too long', 1, 'error'), { code: '22001' });
  expect(describeError(refusal)).toMatchObject({ code: '22001' });
  expect(JSON.stringify(describeError(refusal))).not.toMatch(/Amina|Yusuf/);
});

it('cleans the error that a lib hands over beside its sentence', () => {
  const lines: string[] = [];
  const to = pino({ base: null, serializers: { err: describeError } }, { write: (line) => void lines.push(line) });
  new ServerLog(to).warn('job plan-reminders failed', new Conflict('booking-state', 'Amina cannot come.'), 'Worker');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    msg: 'job plan-reminders failed',
    from: 'Worker',
    err: { code: 'booking-state' },
  });
  expect(lines[0]).not.toContain('Amina');
});
