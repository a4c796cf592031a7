import { inField, Invalid, telephone } from '@dragoman/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { z } from 'zod';

export interface AgencyDescription {
  name: string;
  email: string;
  /** As a person writes it; null: none is known. */
  phone: string | null;
  /** Bookable varieties that they say they cover; empty: they did not say. */
  varietyIds: readonly string[];
}

/** An outside agency that an organisation may pass bookings to. */
@Entity({ schema: 'agencies', name: 'agencies' })
export class Agency {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'text' })
  name: string;

  /** Lower case. */
  @Column({ type: 'text' })
  email: string;

  /** E.164. */
  @Column({ type: 'text', nullable: true })
  phone: string | null;

  @Column({ type: 'text', array: true, name: 'variety_ids' })
  varietyIds: string[];

  @Column({ type: 'boolean' })
  active: boolean;

  /** Counts what was saved, so that two people who edit at once notice each other. */
  @Column({ type: 'int' })
  version: number;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  /** @throws Invalid `not-an-email-address`, `not-a-phone-number`, each with its field. */
  describe({ name, email, phone, varietyIds }: AgencyDescription): void {
    const address = email.trim().toLowerCase();
    if (!z.email().safeParse(address).success) throw new Invalid('not-an-email-address', 'This is not an email address.', { path: 'email' });
    this.name = name.trim();
    this.email = address;
    this.phone = phone === null ? null : inField('phone', () => telephone(phone).number);
    this.varietyIds = [...new Set(varietyIds)];
    this.version += 1;
  }
}
