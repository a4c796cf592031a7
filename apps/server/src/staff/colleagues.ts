import { Injectable } from '@nestjs/common';
import { Accounts } from '@dragoman/access';
import { Clock } from '@dragoman/kernel';
import type { ReadTx, StaffActor } from '@dragoman/platform';

/** Who works here, as far as a screen names them, and the moment it is looked at. */
@Injectable()
export class Colleagues {
  constructor(
    private readonly accounts: Accounts,
    private readonly clock: Clock,
  ) {}

  async seenBy(tx: ReadTx, actor: StaffActor): Promise<{ staff: Map<string, string>; viewer: string; now: Date }> {
    const people = await this.accounts.people(tx);
    return { staff: new Map(people.map(({ id, name }) => [id, name])), viewer: actor.accountId, now: this.clock.now() };
  }

  /** Those who may agree to a last resort, but not whoever is about to take the patient's word. */
  async secondPeople(tx: ReadTx, actor: StaffActor): Promise<string[]> {
    const people = await this.accounts.people(tx);
    return people.filter(({ id, role }) => id !== actor.accountId && role !== 'receptionist').map(({ name }) => name);
  }
}
