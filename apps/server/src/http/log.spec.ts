import { QueryFailedError } from 'typeorm';
import { describeError, describeRequest } from './log';

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
