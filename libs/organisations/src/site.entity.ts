import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where appointments take place. */
@Entity({ schema: 'organisations', name: 'sites' })
export class Site {
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
}
