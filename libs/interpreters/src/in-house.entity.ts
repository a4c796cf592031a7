import { Entity, PrimaryColumn } from 'typeorm';

/** Works for this organisation, which owns their calendar and may book them without asking. */
@Entity({ schema: 'interpreters', name: 'in_house' })
export class InHouse {
  @PrimaryColumn({ type: 'uuid', name: 'interpreter_id' })
  interpreterId: string;

  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  static of(interpreterId: string, organisationId: string): InHouse {
    return Object.assign(new InHouse(), { interpreterId, organisationId });
  }
}
