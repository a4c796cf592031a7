import { Injectable } from '@nestjs/common';
import { Clock } from '@dragoman/kernel';
import { Database, insertAll, type ReadTx, type Tx } from '@dragoman/platform';
import { IsNull, MoreThan } from 'typeorm';
import { linkIsOver, unknownLink } from './access.errors';
import { Link, type LinkPurpose } from './link.entity';
import { newToken, tokenHash } from './token';

/** One purpose, one subject, one holder. */
export type NewLink = { organisationId: string; expiresAt: Date } & (
  | { purpose: 'offer'; subjectId: string; interpreterId: string }
  | { purpose: 'appointment' | 'opened-page'; subjectId: string; patientId: string }
  | { purpose: 'clinician' | 'alert' | 'agency' | 'invitation' | 'password'; subjectId: string }
);

interface OpenLink {
  state: 'open';
  organisationId: string;
  /** Of the offer, the booking, the notice, the invitation or the account. */
  subjectId: string;
  expiresAt: Date;
}

export interface ResolvedLink {
  offer: OpenLink & { interpreterId: string };
  appointment: OpenLink & { patientId: string };
  clinician: OpenLink;
  'opened-page': OpenLink & { patientId: string };
  alert: OpenLink;
  agency: OpenLink;
  invitation: OpenLink;
  password: OpenLink;
}

/** Still names the organisation, so that the page can say whom to call. */
export interface ClosedLink {
  state: 'expired' | 'revoked';
  organisationId: string;
}

const installation = { kind: 'installation', by: 'links' } as const;

@Injectable()
export class Links {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns the token, 22 characters for a URL; it is kept nowhere, so a new message takes a new link. */
  async issue(tx: Tx, link: NewLink): Promise<string> {
    const { token, row } = this.made(link);
    await tx.insert(Link, row);
    return token;
  }

  /** Many in one statement. @returns their tokens, in order. */
  async issueAll(tx: Tx, links: readonly NewLink[]): Promise<string[]> {
    const made = links.map((link) => this.made(link));
    insertAll(tx, Link, made.map(({ row }) => row));
    return made.map(({ token }) => token);
  }

  private made(link: NewLink): { token: string; row: Partial<Link> } {
    const token = newToken(128);
    const row = {
      tokenHash: tokenHash(token),
      purpose: link.purpose,
      organisationId: link.organisationId,
      subjectId: link.subjectId,
      patientId: 'patientId' in link ? link.patientId : null,
      interpreterId: 'interpreterId' in link ? link.interpreterId : null,
      createdAt: this.clock.now(),
      expiresAt: link.expiresAt,
      revokedAt: null,
    };
    return { token, row };
  }

  /** Open or not. @returns null for a token that was never issued for this purpose. */
  find(token: string, purpose: LinkPurpose): Promise<Link | null> {
    return this.database.read(installation, (tx) => tx.findOneBy(Link, { tokenHash: tokenHash(token), purpose }));
  }

  /** @returns null for a token that was never issued for this purpose. */
  async resolve<Purpose extends LinkPurpose>(
    token: string,
    purpose: Purpose,
  ): Promise<ResolvedLink[Purpose] | ClosedLink | null> {
    const link = await this.find(token, purpose);
    if (!link) return null;
    const state = link.stateAt(this.clock.now());
    if (state !== 'open') return { state, organisationId: link.organisationId };
    const { organisationId, subjectId, expiresAt } = link;
    return { state, organisationId, subjectId, expiresAt, ...link.holder() } as ResolvedLink[Purpose];
  }

  /**
   * For what may be done once: of two who come with it at the same moment, the second finds it over.
   * Closes every link of that purpose to the subject.
   * @throws NotFound `link-not-found`; Conflict `link-over`.
   */
  async use(tx: Tx, token: string, purpose: 'invitation' | 'password'): Promise<{ organisationId: string; subjectId: string }> {
    const link = await tx.findOne(Link, { where: { tokenHash: tokenHash(token), purpose }, lock: { mode: 'pessimistic_write' } });
    if (!link) throw unknownLink();
    if (link.stateAt(this.clock.now()) !== 'open') throw linkIsOver();
    await this.revoke(tx, { purpose, subjectId: link.subjectId });
    return { organisationId: link.organisationId, subjectId: link.subjectId };
  }

  /** Whether a link of that purpose to the subject was given out and still opens. */
  isAnyOpen(tx: ReadTx, { purpose, subjectId }: { purpose: LinkPurpose; subjectId: string }): Promise<boolean> {
    return tx.existsBy(Link, { purpose, subjectId, revokedAt: IsNull(), expiresAt: MoreThan(this.clock.now()) });
  }

  /** Closes every link of that purpose to the subject. */
  async revoke(tx: Tx, { purpose, subjectId }: { purpose: LinkPurpose; subjectId: string }): Promise<void> {
    await tx.update(Link, { purpose, subjectId, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
  }
}
