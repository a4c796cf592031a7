import { NotFoundException } from '@nestjs/common';
import { TooManyAttempts } from '@dragoman/access';
import { problem } from '@dragoman/contracts';
import { Conflict, Forbidden, Invalid, NotFound } from '@dragoman/kernel';
import { problemOf } from './problem.filter';
import { InvalidInput } from './validation';

it.each([
  [new Forbidden('not-yours', 'This is not yours.'), 403, 'not-yours'],
  [new NotFound('no-such-booking', 'There is no such booking.'), 404, 'no-such-booking'],
  [new Conflict('interpreter-busy', 'Hiba is booked then.'), 409, 'interpreter-busy'],
  [new Invalid('unknown-zone', 'There is no such zone.'), 422, 'unknown-zone'],
  [new TooManyAttempts(60), 429, 'too-many-attempts'],
])('turns %s into a problem with its own sentence', (error, status, code) => {
  const answer = problemOf(error);
  expect(answer).toMatchObject({ status, code, detail: error.message });
  expect(problem.parse(answer)).toEqual(answer);
});

it('names the field that a rule of the domain refused', () => {
  expect(problemOf(new Invalid('unknown-zone', 'No such zone.', { path: 'zone' })).errors).toEqual([
    { path: 'zone', message: 'No such zone.' },
  ]);
});

it('names every bad line of a file that was refused', () => {
  const lines = [
    { line: 3, sentence: 'xyz is no language.' },
    { line: 8, sentence: 'There is no reason.' },
  ];
  expect(problemOf(new Invalid('bad-table', 'The file is refused whole.', { lines })).errors).toEqual([
    { path: 'line 3', message: 'xyz is no language.' },
    { path: 'line 8', message: 'There is no reason.' },
  ]);
});

it('names every field that the schema refused, with dots between the parts', () => {
  const error = new InvalidInput([{ message: 'Write something here.', path: ['channels', { key: 0 }, 'address'] }]);
  expect(problemOf(error)).toMatchObject({
    status: 422,
    errors: [{ path: 'channels.0.address', message: 'Write something here.' }],
  });
});

it('tells nothing of what went wrong inside', () => {
  const answer = problemOf(new Error('duplicate key (email)=(amina@clinic.example)'));
  expect(answer).toMatchObject({ status: 500, code: 'server-error' });
  expect(JSON.stringify(answer)).not.toContain('amina');
});

it('does not repeat the address that was asked for', () => {
  const answer = problemOf(new NotFoundException('Cannot GET /p/secret-token'));
  expect(answer).toMatchObject({ status: 404, code: 'no-such-route' });
  expect(JSON.stringify(answer)).not.toContain('secret-token');
});

it('calls a body that cannot be read the caller’s mistake', () => {
  expect(problemOf(Object.assign(new Error('Unexpected token'), { statusCode: 400 }))).toMatchObject({
    status: 400,
    code: 'unreadable-request',
  });
});
