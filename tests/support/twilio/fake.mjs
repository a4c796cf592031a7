// A carrier in a process of its own that speaks as Twilio's Messages API does, does what it was told to with the next
// request, and keeps its own count. Prints its port once it listens.
import { createServer } from 'node:http';

const OUT_OF_SERVICE = '+447700900000';

/** @type {{ sid: string, to: string, from: string, body: string, validity: number | null, callback: string, created: Date }[]} */
let taken = [];
/** @type {{ sid: string, to: string, from: string, url: string, statusCallback: string, machineDetection: string | null, created: Date }[]} */
let calls = [];
/** What happens to the next requests, one each; afterwards all goes well. @type {{ how: string, status?: number, code?: number, retryAfter?: number }[]} */
let script = [];
let now = null;

const bodyOf = async (request) => {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
};

const answer = (response, status, value, headers = {}) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(value));
};

const refuse = (response, { status = 400, code, retryAfter }) =>
  answer(response, status, { code, message: 'The number +44… is not reachable', more_info: '', status }, retryAfter ? { 'retry-after': String(retryAfter) } : {});

const shown = ({ sid, to, from, body, created }) => ({
  sid, to, from, body, status: 'queued', direction: 'outbound-api', date_created: created.toUTCString(), date_sent: null,
});

const send = (form, step, response) => {
  const isTaken = step.how === 'take' || step.how === 'take-and-hang-up';
  const sid = `SM${String(taken.length + 1).padStart(32, '0')}`;
  const message = {
    sid,
    to: form.get('To'),
    from: form.get('From') ?? form.get('MessagingServiceSid'),
    body: form.get('Body'),
    validity: form.has('ValidityPeriod') ? Number(form.get('ValidityPeriod')) : null,
    callback: form.get('StatusCallback'),
    created: now ?? new Date(),
  };
  if (isTaken) taken.push(message);
  if (step.how.endsWith('hang-up')) return response.socket?.destroy();
  if (step.how === 'refuse') return refuse(response, step);
  return answer(response, 201, shown(message));
};

const shownCall = ({ sid, to, from, created }) => ({
  sid, to, from, status: 'queued', direction: 'outbound-api', date_created: created.toUTCString(), start_time: null, end_time: null,
});

const call = (form, step, response) => {
  const sid = `CA${String(calls.length + 1).padStart(32, '0')}`;
  const placed = {
    sid,
    to: form.get('To'),
    from: form.get('From'),
    url: form.get('Url'),
    statusCallback: form.get('StatusCallback'),
    machineDetection: form.get('MachineDetection'),
    created: now ?? new Date(),
  };
  if (step.how === 'take' || step.how === 'take-and-hang-up') calls.push(placed);
  if (step.how.endsWith('hang-up')) return response.socket?.destroy();
  if (step.how === 'refuse') return refuse(response, step);
  return answer(response, 201, shownCall(placed));
};

const PATHS = /^\/2010-04-01\/Accounts\/AC\w{32}\/(Messages|Calls)\.json$/;

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === '/control') {
    const told = JSON.parse(await bodyOf(request));
    if (told.forget) [taken, calls] = [[], []];
    if (told.script) script = told.script;
    if (told.now) now = new Date(told.now);
    return answer(response, 200, told.calls ? calls : taken);
  }
  const [, resource] = PATHS.exec(pathname) ?? [];
  if (!resource) return refuse(response, { status: 404, code: 20404 });
  if (request.method === 'POST') {
    const form = new URLSearchParams(await bodyOf(request));
    const usual = form.get('To') === OUT_OF_SERVICE ? { how: 'refuse', code: 21211 } : { how: 'take' };
    return (resource === 'Calls' ? call : send)(form, script.shift() ?? usual, response);
  }
  const step = script.shift();
  if (step?.how === 'hang-up') return response.socket?.destroy();
  if (step?.how === 'refuse') return refuse(response, step);
  if (resource === 'Calls') {
    const listed = calls.filter(({ to, from }) => to === searchParams.get('To') && from === searchParams.get('From')).reverse().map(shownCall);
    return answer(response, 200, { calls: listed, page: 0, page_size: 1000, next_page_uri: null, uri: pathname });
  }
  const messages = taken.filter(({ to }) => to === searchParams.get('To')).reverse().map(shown);
  return answer(response, 200, { messages, page: 0, page_size: 1000, next_page_uri: null, uri: pathname });
});

server.listen(0, '127.0.0.1', () => console.log(server.address().port));
