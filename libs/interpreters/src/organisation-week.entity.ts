import { Column, Entity, PrimaryColumn } from 'typeorm';
import { z } from 'zod';
import { type StatedHours, WeeklyHours } from './weekly-hours.entity';

const spans = z.array(
  z
    .strictObject({
      weekday: z.int().min(1).max(7),
      fromMinute: z.int().min(0).max(1439),
      toMinute: z.int(),
    })
    .refine(({ fromMinute, toMinute }) => toMinute > fromMinute && toMinute <= fromMinute + 1440, 'hours last at most a day'),
);

/** The week agreed with one organisation, instead of the general one; no hours: never for this organisation. */
@Entity({ schema: 'interpreters', name: 'organisation_weeks' })
export class OrganisationWeek {
  @PrimaryColumn({ type: 'uuid', name: 'interpreter_id' })
  interpreterId: string;

  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' })
  organisationId: string;

  /** Minutes as in the general week. */
  @Column({ type: 'jsonb' })
  hours: { weekday: number; fromMinute: number; toMinute: number }[];

  static of(interpreterId: string, organisationId: string, stated: readonly StatedHours[]): OrganisationWeek {
    const hours = spans.parse(
      stated.map((span) => {
        const { weekday, fromMinute, toMinute } = WeeklyHours.of(interpreterId, span);
        return { weekday, fromMinute, toMinute };
      }),
    );
    return Object.assign(new OrganisationWeek(), { interpreterId, organisationId, hours });
  }
}
