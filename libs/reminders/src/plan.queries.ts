import { hotRows, together, type Tx } from '@dragoman/platform';
import { lockPlan } from './intent.queries';

interface BasisRow {
  organisationId: string;
  /** Of all that a plan is made from. */
  facts: string;
  /** Of what is planned. */
  intents: string;
  /** Of the last plan; null where there was none. */
  kept: string | null;
}

/**
 * Whole rows rather than the columns that count today: whatever is added to a booking, a patient or a policy is part of it.
 * Leans on `intents_of_a_booking`.
 */
const basisSql = `
  select b.organisation_id as "organisationId", k.basis as kept,
         md5(concat_ws(E'\\n', b::text, p::text, o.policy::text)) as facts,
         md5((select string_agg(i::text, E'\\n' order by i.id) from reminders.intents i
               where i.organisation_id = b.organisation_id and i.booking_id = b.id)) as intents
    from bookings.bookings b
    join patients.patients p on p.id = b.patient_id
    join organisations.organisations o on o.id = b.organisation_id
    left join reminders.plans k on k.booking_id = b.id
   where b.id = $1`;

const basisOf = async (tx: Tx, bookingId: string): Promise<BasisRow | undefined> => {
  const [row] = await hotRows<BasisRow & Record<string, unknown>>(tx, { name: 'plan-basis', text: basisSql, values: [bookingId] });
  return row;
};

const basis = ({ facts }: BasisRow, { intents }: BasisRow): string => `${facts} ${intents}`;

/** What a plan is about to be made of. */
export type Basis = BasisRow;

/** Locks the plan. @returns null if it was made of what is there now: whatever the time, nothing would be planned differently. */
export const lockUnlessPlanned = async (tx: Tx, bookingId: string): Promise<Basis | null> => {
  const [, found] = await together([lockPlan(tx, bookingId), basisOf(tx, bookingId)]);
  if (!found) throw new Error(`there is no booking ${bookingId} to plan for`);
  return found.kept === basis(found, found) ? null : found;
};

/** Remembers what the plan was made of: facts as they were before it read them, so that what changed meanwhile is planned again. */
export const keepBasis = async (tx: Tx, bookingId: string, before: Basis): Promise<void> => {
  const after = await basisOf(tx, bookingId);
  if (!after) return;
  await hotRows(tx, {
    name: 'keep-plan-basis',
    text: `insert into reminders.plans (booking_id, organisation_id, basis) values ($1, $2, $3)
           on conflict (booking_id) do update set basis = excluded.basis`,
    values: [bookingId, after.organisationId, basis(before, after)],
  });
};
