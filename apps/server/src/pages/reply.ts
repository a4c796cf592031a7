import type { FastifyReply } from 'fastify';

/** Nothing but our own stylesheet and fonts; no script at all; forms go back to where they came from. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  'img-src data:',
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

/** After a form: the browser asks for the page anew, so that reloading sends nothing twice. */
export const seeOther = async (reply: FastifyReply, path: string): Promise<void> => {
  await reply.status(303).headers(headers).header('location', path).send('');
};
