import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * A carrier in a process of its own, which outlives whoever gives it messages: it takes each after a moment, counts, and can be
 * asked. `POST /ID` gives a message, `GET /ID` asks for one, `GET /` for all: how often each was given. `{ most }` from whoever
 * started it: it takes no message beyond that number until it is told another, so that work is left whenever somebody is killed.
 */
const taken = new Map<string, number>();
let most = Number.POSITIVE_INFINITY;
const allowance = new EventEmitter().setMaxListeners(0);
const MOST_MS = 20;

const server = createServer((request, response) => {
  const id = (request.url ?? '/').slice(1);
  const answer = (body: unknown): void => void response.end(JSON.stringify(body));
  if (request.method === 'GET') return answer(id === '' ? Object.fromEntries(taken) : { times: taken.get(id) ?? 0 });
  void delay(Math.random() * MOST_MS).then(async () => {
    while (!taken.has(id) && taken.size >= most) await once(allowance, 'raised');
    taken.set(id, (taken.get(id) ?? 0) + 1);
    process.send?.({ taken: taken.size });
    // The answer may be on its way when whoever asked is killed.
    return delay(Math.random() * MOST_MS).then(() => answer({ providerId: `c-${id}` }));
  });
});

process.on('message', (word: { most: number }) => {
  most = word.most;
  allowance.emit('raised');
});
server.listen(0, '127.0.0.1', () => process.send?.({ url: `http://127.0.0.1:${(server.address() as { port: number }).port}` }));
process.once('disconnect', () => process.exit(0));
