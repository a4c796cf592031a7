import { Injectable } from '@nestjs/common';
import type { ReachedAt } from '@dragoman/interpreters';
import { Clock, inField, newId, plusMinutes, telephone } from '@dragoman/kernel';
import { Database, Events, type Tx } from '@dragoman/platform';
import { randomInt } from 'node:crypto';
import { signInCodeAsked } from './sign-in-code.events';
import { hashPassword } from './password';
import { insertCode } from './sign-in-code.queries';
import { askingForCodes, countAll } from './sign-in-limit.queries';
import { TooManyAttempts } from './access.errors';

const installation = { kind: 'installation', by: 'sign-in' } as const;

export const CODE_MINUTES = 10;
const DIGITS = 6;

/** A number or an address as a person writes it. @throws Invalid `not-a-phone-number`, in the field `to`. */
export const reachedAt = (to: string): ReachedAt =>
  to.includes('@')
    ? { channel: 'email', address: to.trim().toLowerCase() }
    : { channel: 'sms', address: inField('to', () => telephone(to).number) };

export interface MadeCode {
  code: string;
  hash: string;
}

/** Codes by which interpreters sign in: six digits, sent to where they are known to be reached. */
@Injectable()
export class SignInCodes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  /**
   * Asks for a code to be sent. Whether anybody is known there is found out by the job that sends it: neither the answer nor the time it takes
   * tells.
   * @param address network address of the caller; counted, not kept
   * @throws Invalid `not-a-phone-number`; TooManyAttempts.
   */
  async ask({ to, address }: { to: string; address: string }): Promise<ReachedAt['channel']> {
    const reached = reachedAt(to);
    const wait = await this.database.transaction(installation, async (tx) => {
      const seconds = await countAll(tx, askingForCodes(reached.address, address), this.clock.now());
      if (seconds === 0) this.events.publish(tx, signInCodeAsked({ codeId: newId(), ...reached }));
      return seconds;
    });
    if (wait > 0) throw new TooManyAttempts(wait);
    return reached.channel;
  }

  /** Outside of any transaction: hashing takes its time. */
  async make(): Promise<MadeCode> {
    const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0');
    return { code, hash: await hashPassword(code) };
  }

  /** From here on this is the only code of theirs that works. @returns until when */
  async keep(tx: Tx, { codeId, interpreterId, hash }: { codeId: string; interpreterId: string; hash: string }): Promise<Date> {
    const now = this.clock.now();
    const expiresAt = plusMinutes(now, CODE_MINUTES);
    await insertCode(tx, { id: codeId, interpreterId, hash, now, expiresAt });
    return expiresAt;
  }
}
