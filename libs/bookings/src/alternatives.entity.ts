import type { LocalDate } from '@dragoman/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Modality } from './modality';

/** Somebody of the exact variety at another time or in another way; no names: they are looked up when shown. */
export interface Alternative {
  interpreterId: string;
  date: LocalDate;
  /** `HH:mm` at the site. */
  time: string;
  modality: Modality;
}

/** What the desk was shown before it asked the patient to make do: kept, because a consent rests on it. */
@Entity({ schema: 'bookings', name: 'alternatives_shown' })
export class AlternativesShown {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'uuid', name: 'patient_id' })
  patientId: string;

  @Column({ type: 'text', name: 'variety_id' })
  varietyId: string;

  @Column({ type: 'timestamptz', name: 'starts_at' })
  startsAt: Date;

  @Column({ type: 'int', name: 'length_minutes' })
  lengthMinutes: number;

  @Column({ type: 'jsonb' })
  alternatives: Alternative[];

  @Column({ type: 'uuid', name: 'shown_to' })
  shownTo: string;

  @Column({ type: 'timestamptz', name: 'shown_at' })
  shownAt: Date;
}
