import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One time that one contact was written to about an alert: the link in it says whose it is. */
@Entity({ schema: 'alerts', name: 'notices' })
export class Notice {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'uuid', name: 'alert_id' })
  alertId: string;

  @Column({ type: 'text', name: 'contact_name' })
  contactName: string;

  @Column({ type: 'timestamptz', name: 'written_at' })
  writtenAt: Date;
}
