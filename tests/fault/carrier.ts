import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * A carrier in a process of its own, which outlives whoever gives it messages: it takes each after a moment, counts, and can be
 * asked. `POST /ID` gives a message, `GET /ID` asks for one, `GET /` for all: how often each was given.
 */
const taken = new Map<string, number>();
const MOST_MS = 20;

const server = createServer((request, response) => {
  const id = (request.url ?? '/').slice(1);
  const answer = (body: unknown): void => void response.end(JSON.stringify(body));
  if (request.method === 'GET') return answer(id === '' ? Object.fromEntries(taken) : { times: taken.get(id) ?? 0 });
  void delay(Math.random() * MOST_MS).then(() => {
    taken.set(id, (taken.get(id) ?? 0) + 1);
    process.send?.({ taken: taken.size });
    // The answer may be on its way when whoever asked is killed.
    return delay(Math.random() * MOST_MS).then(() => answer({ providerId: `c-${id}` }));
  });
});

server.listen(0, '127.0.0.1', () => process.send?.({ url: `http://127.0.0.1:${(server.address() as { port: number }).port}` }));
process.once('disconnect', () => process.exit(0));
