import { hotRows, type ReadTx } from '@dragoman/platform';
import { noSuchPatient } from './patient.errors';
import type { GenderWish, InterpreterWishes } from './profile';

/** As much of a patient as decides who may interpret for them. */
export interface BookingWishes {
  genderWish: GenderWish | null;
  interpreterWishes: InterpreterWishes;
}

interface WishesRow extends Pick<InterpreterWishes, 'avoidsLocalArea' | 'avoidsCommunity' | 'roleBeside' | 'wanted' | 'refused'> {
  wishGender: GenderWish['gender'] | null;
  wishStrength: GenderWish['strength'] | null;
}

const named = (wish: string): string =>
  `array(select w.interpreter_id from patients.interpreter_wishes w
      where w.organisation_id = p.organisation_id and w.patient_id = p.id and w.wish = '${wish}' order by 1)::text[] as ${wish}`;

/** @throws NotFound `patient-not-found`, also for one whom this actor may not see. */
export const bookingWishes = async (tx: ReadTx, patientId: string): Promise<BookingWishes> => {
  const [row] = await hotRows<WishesRow>(tx, {
    name: 'booking-wishes',
    text: `select p.wish_gender as "wishGender", p.wish_strength as "wishStrength", p.avoids_local_area as "avoidsLocalArea",
             p.avoids_community as "avoidsCommunity", p.role_beside as "roleBeside", ${named('wanted')}, ${named('refused')}
             from patients.patients p where p.id = $1`,
    values: [patientId],
  });
  if (!row) throw noSuchPatient();
  const { wishGender, wishStrength, ...interpreterWishes } = row;
  return { genderWish: wishGender && wishStrength ? { gender: wishGender, strength: wishStrength } : null, interpreterWishes };
};
