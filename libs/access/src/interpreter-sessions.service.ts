import { Injectable } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { interpreterReachedAt, interpretersChanged } from '@dragoman/interpreters';
import { Clock, plusMinutes } from '@dragoman/kernel';
import { Database, Events, type StaffActor } from '@dragoman/platform';
import { TooManyAttempts, wrongCode } from './access.errors';
import {
  deleteInterpreterSession, endInterpreterSessions, endSessionsOfInactive, insertInterpreterSession, type InterpreterSession, openInterpreterSession,
  type PhonesSignedIn, phonesSignedIn,
} from './interpreter-session.queries';
import { hashPassword, isPassword } from './password';
import { takeTry, useCode } from './sign-in-code.queries';
import { reachedAt } from './sign-in-codes.service';
import { countAll, forgive, tryingCodes } from './sign-in-limit.queries';
import { newToken, tokenHash } from './token';

const installation = { kind: 'installation', by: 'sign-in' } as const;
const DAYS_SIGNED_IN = 90;

export interface CodeSignIn {
  to: string;
  code: string;
  /** Network address of the caller; counted, not kept. */
  address: string;
}

/** Interpreters who signed in on a phone with a code. */
@Injectable()
export class InterpreterSessions {
  private stranger: Promise<string> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    events: Events,
  ) {
    events.subscribe(interpretersChanged, 'end-sessions-of-the-inactive', ({ interpreterIds }) =>
      this.database.transaction({ kind: 'job', job: 'end-sessions-of-the-inactive' }, (tx) => endSessionsOfInactive(tx, interpreterIds)),
    );
  }

  /**
   * Takes as long where nobody is known as for a wrong code. A code works once.
   * @returns the token for the cookie, which is kept nowhere.
   * @throws Forbidden `wrong-code`; Invalid `not-a-phone-number`; TooManyAttempts.
   */
  async signIn({ to, code, address }: CodeSignIn): Promise<{ token: string; session: InterpreterSession }> {
    const reached = reachedAt(to);
    const limits = tryingCodes(reached.address, address);
    const { wait, held, interpreterId } = await this.database.transaction(installation, async (tx) => {
      const seconds = await countAll(tx, limits, this.clock.now());
      const known = seconds > 0 ? null : await interpreterReachedAt(tx, reached);
      return { wait: seconds, interpreterId: known?.id ?? null, held: known && (await takeTry(tx, known.id, this.clock.now())) };
    });
    if (wait > 0) throw new TooManyAttempts(wait);
    const isRight = await isPassword(held?.codeHash ?? (await this.hashOfStranger()), code);
    if (!held || interpreterId === null || !isRight) throw wrongCode();
    return this.open({ interpreterId, codeId: held.id, limits });
  }

  /** @returns null once it has expired or ended, or the interpreter was deactivated. */
  async sessionOf(token: string): Promise<InterpreterSession | null> {
    const [session] = await this.database.readOnce<InterpreterSession>(installation, openInterpreterSession(tokenHash(token), this.clock.now()));
    return session ?? null;
  }

  /** Ends it for good; doing it twice is no error. */
  signOut(token: string): Promise<void> {
    return this.database.transaction(installation, async (tx) => {
      const id = await deleteInterpreterSession(tx, tokenHash(token));
      if (id !== null) await this.audit.record(tx, { action: 'interpreter-session.ended', subject: { kind: 'interpreter', id } });
    });
  }

  ofInterpreter(actor: StaffActor, interpreterId: string): Promise<PhonesSignedIn> {
    return this.database.read(actor, (tx) => phonesSignedIn(tx, interpreterId, this.clock.now()));
  }

  /** On all their phones: one was lost, or changed hands. */
  endAll(actor: StaffActor, interpreterId: string): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const phones = await endInterpreterSessions(tx, interpreterId);
      if (phones > 0) await this.audit.record(tx, { action: 'interpreter-session.ended', subject: { kind: 'interpreter', id: interpreterId }, details: { phones } });
    });
  }

  private async open({ interpreterId, codeId, limits }: { interpreterId: string; codeId: string; limits: ReturnType<typeof tryingCodes> }) {
    const token = newToken(256);
    const now = this.clock.now();
    const isOpened = await this.database.transaction(installation, async (tx) => {
      if (!(await useCode(tx, codeId))) return false;
      await forgive(tx, limits);
      await insertInterpreterSession(tx, { tokenHash: tokenHash(token), interpreterId, now, expiresAt: plusMinutes(now, DAYS_SIGNED_IN * 24 * 60) });
      await this.audit.record(tx, { action: 'interpreter-session.opened', subject: { kind: 'interpreter', id: interpreterId } });
      return true;
    });
    const session = isOpened ? await this.sessionOf(token) : null;
    if (!session) throw wrongCode();
    return { token, session };
  }

  private hashOfStranger(): Promise<string> {
    return (this.stranger ??= hashPassword(newToken(128)));
  }
}
