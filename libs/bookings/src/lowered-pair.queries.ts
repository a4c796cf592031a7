import type { ReadTx, Tx } from '@dragoman/platform';
import type { LoweredPair } from './lowered-pair.entity';

export interface Lowered {
  /** Interpreters' varieties that do not serve this patient. */
  lowered: string[];
  /** Interpreters of the patient's own variety who do not. */
  notUnderstood: string[];
}

interface Pair {
  organisationId: string;
  patientId: string;
  varietyId: string;
}

const active = `outcome is distinct from 'restore'`;

/** For a patient before there is a booking. Leans on `a_pair_is_lowered_once`. */
export const loweredFor = async (tx: ReadTx, { organisationId, patientId, varietyId }: Pair): Promise<Lowered> => {
  const rows = await tx.query<{ variety: string | null; interpreter: string | null }[]>(
    `select interpreter_variety as variety, interpreter_id as interpreter from bookings.lowered_pairs
      where organisation_id = $1 and patient_id = $2 and variety_id = $3 and ${active} order by 1, 2`,
    [organisationId, patientId, varietyId],
  );
  return {
    lowered: rows.flatMap(({ variety }) => variety ?? []),
    notUnderstood: rows.flatMap(({ interpreter }) => interpreter ?? []),
  };
};

/** Brings the copies on the patient's open bookings to what the reviews say. Leans on `bookings_of_a_patient`. */
export const copyLowered = async (tx: Tx, { organisationId, patientId }: Omit<Pair, 'varietyId'>): Promise<void> => {
  await tx.query(
    `update bookings.bookings b
        set lowered = coalesce((select array_agg(l.interpreter_variety order by l.interpreter_variety) from bookings.lowered_pairs l
              where l.organisation_id = b.organisation_id and l.patient_id = b.patient_id and l.variety_id = b.variety_id
                and l.interpreter_variety is not null and l.${active}), '{}'),
            not_understood = coalesce((select array_agg(l.interpreter_id order by l.interpreter_id) from bookings.lowered_pairs l
              where l.organisation_id = b.organisation_id and l.patient_id = b.patient_id and l.variety_id = b.variety_id
                and l.interpreter_id is not null and l.${active}), '{}')
      where b.organisation_id = $1 and b.patient_id = $2 and b.state in ('requested', 'offering')`,
    [organisationId, patientId],
  );
};

/** @returns the new review's id; null where the pair is lowered already. */
export const lowerPair = async (
  tx: Tx,
  pair: Pick<LoweredPair, 'id' | 'organisationId' | 'patientId' | 'varietyId' | 'interpreterVariety' | 'interpreterId' | 'bookingId' | 'loweredAt'>,
): Promise<string | null> => {
  const rows = await tx.query<{ id: string }[]>(
    `insert into bookings.lowered_pairs
       (id, organisation_id, patient_id, variety_id, interpreter_variety, interpreter_id, booking_id, lowered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (organisation_id, patient_id, variety_id, interpreter_variety, interpreter_id)
       where outcome is distinct from 'restore' do nothing
     returning id`,
    [
      pair.id, pair.organisationId, pair.patientId, pair.varietyId, pair.interpreterVariety, pair.interpreterId, pair.bookingId,
      pair.loweredAt,
    ],
  );
  return rows[0]?.id ?? null;
};
