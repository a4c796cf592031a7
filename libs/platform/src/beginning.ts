import pg from 'pg';
import { type Actor, databaseRoles, settingsOf } from './actor';
import { scopeNow } from './request-steps';

export type Beginning = 'begin' | 'begin read only' | 'begin; set local synchronous_commit = off';

/** Ids, which is what settings nearly always are. */
const NEEDS_NO_ESCAPE = /^[\w:-]*$/;

const literal = (value: string): string => (NEEDS_NO_ESCAPE.test(value) ? `'${value}'` : pg.escapeLiteral(value));

/** BEGIN, the actor's role and settings, and whose keyed request it is, all in one message. */
export const beginning = (actor: Actor, begin: Beginning): string => {
  const scope = scopeNow();
  const settings = scope === undefined ? settingsOf(actor) : { ...settingsOf(actor), 'app.request_scope': scope };
  let message = `${begin}; set local role ${databaseRoles[actor.kind]}; select `;
  let between = '';
  for (const [name, value] of Object.entries(settings)) {
    message += `${between}set_config('${name}', ${literal(value)}, true)`;
    between = ', ';
  }
  return message;
};
