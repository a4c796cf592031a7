import type { ReadTx } from '@dragoman/platform';
import { TEST_MESSAGE } from './people.queries';

/** What a new organisation has got to, by what is there. */
export interface FirstSteps {
  /** Patients have a number to call. */
  organisation: boolean;
  site: boolean;
  /** The rules were changed, or say whom to tell when nobody is found. */
  rules: boolean;
  /** Somebody else can sign in, or was invited to. */
  people: boolean;
  interpreter: boolean;
  patient: boolean;
  booking: boolean;
  /** One was taken by a carrier. */
  'test-message': boolean;
}

/** Each looks for one row, of the organisation that row-level security lets the actor see; interpreters are everybody's. */
export const firstStepsDone = async (tx: ReadTx, organisationId: string): Promise<FirstSteps> => {
  const [row] = await tx.query<FirstSteps[]>(
    `select o.phone is not null as organisation,
            exists (select from organisations.sites where organisation_id = o.id and closed_at is null) as site,
            o.policy_version > 1 or coalesce(jsonb_array_length(o.policy->'alerts'->'contacts'), 0) > 0 as rules,
            exists (select from access.accounts where organisation_id = o.id and deactivated_at is null offset 1)
              or exists (select from access.invitations where organisation_id = o.id and accepted_at is null and withdrawn_at is null) as people,
            exists (select from interpreters.interpreters) as interpreter,
            exists (select from patients.patients where organisation_id = o.id) as patient,
            exists (select from bookings.bookings where organisation_id = o.id) as booking,
            exists (select from messaging.messages where organisation_id = o.id and booking_id is null and kind = $2
                       and state in ('sent', 'delivered')) as "test-message"
       from organisations.organisations o where o.id = $1`,
    [organisationId, TEST_MESSAGE],
  );
  if (!row) throw new Error('somebody of an organisation that is not there');
  return row;
};
