import { Column, Entity, PrimaryColumn } from 'typeorm';
import { organisationPolicy, type OrganisationPolicy } from './organisation.policy';

@Entity({ schema: 'organisations', name: 'organisations' })
export class Organisation {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  /** IANA name: whose wall clock quiet hours are read from. */
  @Column({ type: 'text' })
  zone: string;

  /** As printed for patients to call. */
  @Column({ type: 'text', nullable: true })
  phone: string | null;

  @Column({
    type: 'jsonb',
    transformer: { to: (policy: unknown) => policy, from: (stored: unknown) => organisationPolicy.parse(stored) },
  })
  policy: OrganisationPolicy;

  /** Counts the changes of policy, so that nobody writes over what they have not seen. */
  @Column({ type: 'int', name: 'policy_version' })
  policyVersion: number;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
