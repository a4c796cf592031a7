import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '@dragoman/audit';
import { Clock, LEAST_PASSWORD, newId } from '@dragoman/kernel';
import { type Actor, Database, LiveHints, type ReadTx, type StaffActor, type StaffRole, type Tx } from '@dragoman/platform';
import { In, IsNull } from 'typeorm';
import { constraintSentences, passwordTooShort } from './access.errors';
import { Account } from './account.entity';
import { hashPassword } from './password';

export interface NewAccount {
  organisationId: string;
  name: string;
  email: string;
  role: StaffRole;
  password: string;
}

@Injectable()
export class Accounts implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly liveHints: LiveHints,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.database.explainConstraints(constraintSentences);
  }

  /**
   * @param actor staff add to their own organisation only, whatever the input says: the database refuses another.
   * @throws Invalid `password-too-short`; Conflict `email-taken`.
   */
  async create(actor: StaffActor | Extract<Actor, { kind: 'installation' }>, input: NewAccount): Promise<Account> {
    if (input.password.length < LEAST_PASSWORD) throw passwordTooShort();
    const passwordHash = await hashPassword(input.password);
    return this.database.transaction(actor, (tx) => this.add(tx, { ...input, passwordHash }));
  }

  /** @throws Conflict `email-taken`. */
  async add(tx: Tx, input: Omit<NewAccount, 'password'> & { passwordHash: string }): Promise<Account> {
    const account = tx.create(Account, {
      id: newId(),
      organisationId: input.organisationId,
      name: input.name,
      email: input.email.trim(),
      role: input.role,
      passwordHash: input.passwordHash,
      createdAt: this.clock.now(),
      deactivatedAt: null,
    });
    await tx.insert(Account, account);
    await this.audit.record(tx, {
      action: 'account.created',
      subject: { kind: 'account', id: account.id },
      organisationId: account.organisationId,
      details: { role: account.role },
    });
    this.liveHints.publish(tx, { organisationId: account.organisationId, topic: 'person', id: account.id });
    return account;
  }

  /** Also those who may not sign in any more, by name. */
  everybody(tx: ReadTx): Promise<Account[]> {
    return tx.find(Account, { order: { name: 'ASC', id: 'ASC' } });
  }

  /** Who can sign in to the actor's organisation, by name. */
  people(tx: ReadTx): Promise<Account[]> {
    return tx
      .createQueryBuilder(Account, 'account')
      .where('account.deactivatedAt is null')
      .orderBy('account.name')
      .addOrderBy('account.id')
      .getMany();
  }

  /** Who signs in so; null: nobody, or nobody any more. */
  withEmail(tx: ReadTx, email: string): Promise<Account | null> {
    return tx.findOneBy(Account, { email: email.trim(), deactivatedAt: IsNull() });
  }

  /** Who these are, also those who have left; only of the actor's organisation. */
  async names(tx: ReadTx, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const accounts = await tx.findBy(Account, { id: In([...new Set(accountIds)]) });
    return new Map(accounts.map(({ id, name }) => [id, name]));
  }
}
