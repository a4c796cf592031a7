import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Lists whose filters can be kept. */
export type FilteredList = 'patients' | 'interpreters' | 'outbox';

/** A filter of one list that somebody keeps under a name; whatever was typed to search is no part of it, for it may be a patient's name. */
@Entity({ schema: 'access', name: 'saved_filters' })
export class SavedFilter {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  @Column({ type: 'uuid', name: 'account_id' })
  accountId: string;

  @Column({ type: 'text' })
  list: FilteredList;

  /** One filter of a list has it, whatever its capitals. */
  @Column({ type: 'citext' })
  name: string;

  /** What was chosen, by the name of the choice. */
  @Column({ type: 'jsonb' })
  filter: Record<string, string>;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;
}
