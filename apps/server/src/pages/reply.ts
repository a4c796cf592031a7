import type { FastifyReply } from 'fastify';

/** Nothing but our own stylesheet and fonts; no script at all; forms go back to where they came from. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  'img-src data:',
  "media-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  // The phones of the simulator show pages inside the console.
  "frame-ancestors 'self'",
].join('; ');

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'content-type': 'text/html; charset=utf-8',
  // A phone is handed on, and a link is a key: no copy stays behind, none is sent along to a map.
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'x-content-type-options': 'nosniff',
};

export const sendPage = async (reply: FastifyReply, status: number, html: string): Promise<void> => {
  await reply.status(status).headers(headers).send(html);
};

/** Bytes from and to, both counted; null where a range is not one that we serve: then the whole is sent (RFC 9110, 14.2). */
const rangeIn = (range: string | undefined, size: number): { from: number; to: number } | null => {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === '' && last === '') return null;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from <= to ? { from, to } : null;
};

/** A WAV file under a name that says nothing. Phones ask for it in parts. */
export const sendSound = async (reply: FastifyReply, sound: Buffer, range: string | undefined): Promise<void> => {
  const part = rangeIn(range, sound.length);
  const about = { ...headers, 'content-type': 'audio/wav', 'content-disposition': 'inline; filename="sound.wav"', 'accept-ranges': 'bytes' };
  if (part === null) await reply.status(200).headers(about).send(sound);
  else await reply.status(206).headers(about).header('content-range', `bytes ${part.from}-${part.to}/${sound.length}`).send(sound.subarray(part.from, part.to + 1));
};

/** An iCalendar object under a name that says nothing. */
export const sendCalendar = async (reply: FastifyReply, text: string): Promise<void> => {
  const about = { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="calendar.ics"' };
  await reply.status(200).headers({ ...headers, ...about }).send(text);
};

/** After a form: the browser asks for the page anew, so that reloading sends nothing twice. */
export const seeOther = async (reply: FastifyReply, path: string): Promise<void> => {
  await reply.status(303).headers(headers).header('location', path).send('');
};
