import type { ReadTx } from '@dragoman/platform';
import { In } from 'typeorm';
import { Interpreter } from './interpreter.entity';
import { Skill } from './skill.entity';
import { WeeklyHours } from './weekly-hours.entity';

/** Somebody who is here already. */
export interface Known {
  interpreter: Interpreter;
  skills: Skill[];
  hours: WeeklyHours[];
}

/** Leans on `an_email_belongs_to_one_interpreter`. */
export const idsByEmail = async (tx: ReadTx, emails: readonly string[]): Promise<string[]> => {
  const rows = await tx.query<{ id: string }[]>('select id from interpreters.interpreters where email = any($1) and agency_id is null', [emails]);
  return rows.map(({ id }) => id);
};

export const knownByEmail = async (tx: ReadTx, emails: readonly string[]): Promise<Map<string, Known>> => {
  const ids = await idsByEmail(tx, emails);
  const known = new Map<string, Known>();
  for (const interpreter of await tx.findBy(Interpreter, { id: In(ids) })) known.set(interpreter.id, { interpreter, skills: [], hours: [] });
  for (const skill of await tx.findBy(Skill, { interpreterId: In(ids) })) known.get(skill.interpreterId)?.skills.push(skill);
  for (const hours of await tx.findBy(WeeklyHours, { interpreterId: In(ids) })) known.get(hours.interpreterId)?.hours.push(hours);
  return new Map([...known.values()].map((one) => [one.interpreter.email, one]));
};

/** By number: whose it is. Leans on `a_phone_belongs_to_one_interpreter`. */
export const ownersOfPhones = async (tx: ReadTx, phones: readonly string[]): Promise<Map<string, string>> => {
  const rows = await tx.query<{ id: string; phone: string }[]>(
    'select id, phone from interpreters.interpreters where phone = any($1)',
    [phones],
  );
  return new Map(rows.map(({ id, phone }) => [phone, id]));
};
