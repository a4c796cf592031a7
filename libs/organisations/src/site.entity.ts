import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is said of a site. */
export interface SiteFacts {
  name: string;
  address: string;
  /** IANA name. */
  zone: string;
  latitude: number;
  longitude: number;
  rooms: string[];
}

/** A site as it was read: what a transaction answers with, and presenters show. */
export interface SiteRow extends SiteFacts {
  id: string;
  organisationId: string;
  createdAt: Date;
  closedAt: Date | null;
  revision: number;
}

export const siteFacts = ['name', 'address', 'zone', 'position', 'rooms'] as const;
export type SiteFact = (typeof siteFacts)[number];

const isDifferent: Readonly<Record<SiteFact, (before: SiteFacts, after: SiteFacts) => boolean>> = {
  name: (before, after) => before.name !== after.name,
  address: (before, after) => before.address !== after.address,
  zone: (before, after) => before.zone !== after.zone,
  position: (before, after) => before.latitude !== after.latitude || before.longitude !== after.longitude,
  rooms: (before, after) => before.rooms.join('\n') !== after.rooms.join('\n'),
};

/** Where appointments take place. */
@Entity({ schema: 'organisations', name: 'sites' })
export class Site implements SiteRow {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  address: string;

  /** IANA name: appointments here are agreed on this wall clock. */
  @Column({ type: 'text' })
  zone: string;

  @Column({ type: 'double precision' })
  latitude: number;

  @Column({ type: 'double precision' })
  longitude: number;

  @Column({ type: 'text', array: true })
  rooms: string[];

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  /** Nobody comes here from then on; null while people do. */
  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true })
  closedAt: Date | null;

  /** Counts what was changed of it, so that nobody writes over what they have not seen. */
  @Column({ type: 'int' })
  revision: number;

  /** @returns what is different now; nothing where it said so already. */
  correct(facts: SiteFacts): SiteFact[] {
    const before: SiteFacts = { ...this };
    const changed = siteFacts.filter((fact) => isDifferent[fact](before, facts));
    const { name, address, zone, latitude, longitude, rooms } = facts;
    Object.assign(this, { name, address, zone, latitude, longitude, rooms });
    if (changed.length > 0) this.revision += 1;
    return changed;
  }

  close(at: Date): void {
    this.closedAt = at;
    this.revision += 1;
  }

  reopen(): void {
    this.closedAt = null;
    this.revision += 1;
  }
}
