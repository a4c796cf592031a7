import pg from 'pg';
import { type Actor, databaseRoles, settingsOf } from './actor';
import { scopeNow } from './request-steps';

export type Beginning = 'begin' | 'begin read only' | 'begin; set local synchronous_commit = off';

/** BEGIN, the actor's role and settings, and whose keyed request it is, all in one message. */
export const beginning = (actor: Actor, begin: Beginning): string => {
  const scope = scopeNow();
  const settings = Object.entries({ ...settingsOf(actor), ...(scope !== undefined && { 'app.request_scope': scope }) })
    .map(([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`)
    .join(', ');
  return `${begin}; set local role ${databaseRoles[actor.kind]}; select ${settings}`;
};
