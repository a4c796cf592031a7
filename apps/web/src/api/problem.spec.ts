import { failureOf, isAnswered, ProblemError, problemOf, unreachable } from './problem';

const said = (status: number) => problemOf(new Response('<h1>Sorry</h1>', { status }));

it('a refusal of the server is an answer, and so is its own failure', async () => {
  for (const status of [403, 409, 422, 500, 503]) expect(isAnswered(await said(status))).toBe(true);
});

it('what never came, came from somebody in between or cannot be read may have been a yes', async () => {
  const unreadable = new ProblemError({ status: 200, code: 'unreadable-answer', detail: 'The server sent an answer that could not be read.' });
  for (const error of [unreachable(), await said(502), await said(504), unreadable, new TypeError('of the page')]) expect(isAnswered(error)).toBe(false);
});

it('nothing is said to have failed that may have been done', async () => {
  expect(failureOf(await said(403), 'Not saved.')).toBe('Not saved. Your role may not do this.');
  expect(failureOf(unreachable(), 'Not saved.')).toBe('It is not known whether it was done. The server cannot be reached. Press again: it is never done twice.');
});
