import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PatientLanguage } from './catalogs/catalog';
import type { TextForm } from './texts';

export type ReviewDecision = 'approved' | 'withdrawn';

/** What somebody who reads a language decided about a text of it. Rows are only added; the newest of a text counts. */
@Entity({ schema: 'words', name: 'reviews' })
export class Review {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  /** Counts the organisation's reviews from 1, in the order in which they were committed. */
  @PrimaryColumn({ type: 'int' })
  number: number;

  @Column({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  language: PatientLanguage;

  @Column({ type: 'text' })
  form: TextForm;

  @Column({ type: 'text' })
  key: string;

  /** ICU MessageFormat, as approved. */
  @Column({ type: 'text' })
  pattern: string;

  /** Of the catalog's text it was made from. */
  @Column({ type: 'int' })
  version: number;

  @Column({ type: 'text' })
  state: ReviewDecision;

  /** Who read it, as somebody wrote it down; need not be who signed in. */
  @Column({ type: 'text', name: 'reviewer_name' })
  reviewerName: string;

  @Column({ type: 'text', name: 'reviewer_role' })
  reviewerRole: string;

  /** ISO date, as it was written down. */
  @Column({ type: 'date', name: 'reviewed_on' })
  reviewedOn: string;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  /** The account that was signed in. */
  @Column({ type: 'uuid', name: 'recorded_by' })
  recordedBy: string;

  @Column({ type: 'timestamptz', name: 'recorded_at' })
  recordedAt: Date;
}
