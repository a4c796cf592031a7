import { Injectable } from '@nestjs/common';
import { Clock } from '@dragoman/kernel';
import { Database, insertAll, type Tx } from '@dragoman/platform';
import { IsNull } from 'typeorm';
import { Link, type LinkPurpose } from './link.entity';
import { newToken, tokenHash } from './token';

/** One purpose, one subject, one holder. */
export type NewLink = { organisationId: string; expiresAt: Date } & (
  | { purpose: 'offer'; subjectId: string; interpreterId: string }
  | { purpose: 'appointment' | 'opened-page'; subjectId: string; patientId: string }
  | { purpose: 'clinician' | 'alert' | 'agency'; subjectId: string }
);

interface OpenLink {
  state: 'open';
  organisationId: string;
  /** Of the offer, the booking or the notice. */
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

  /** @returns null for a token that was never issued for this purpose. */
  async resolve<Purpose extends LinkPurpose>(
    token: string,
    purpose: Purpose,
  ): Promise<ResolvedLink[Purpose] | ClosedLink | null> {
    const link = await this.database.read(installation, (tx) =>
      tx.findOneBy(Link, { tokenHash: tokenHash(token), purpose }),
    );
    if (!link) return null;
    const state = link.stateAt(this.clock.now());
    if (state !== 'open') return { state, organisationId: link.organisationId };
    const { organisationId, subjectId, expiresAt } = link;
    return { state, organisationId, subjectId, expiresAt, ...link.holder() } as ResolvedLink[Purpose];
  }

  /** Closes every link of that purpose to the subject. */
  async revoke(tx: Tx, { purpose, subjectId }: { purpose: LinkPurpose; subjectId: string }): Promise<void> {
    await tx.update(Link, { purpose, subjectId, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
  }
}
