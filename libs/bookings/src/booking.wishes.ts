import type { CommunicationProfile } from '@dragoman/patients';
import type { Booking } from './booking.entity';

type Wished = Pick<Booking, 'requiredGender' | 'preferredGender' | 'avoidsLocalArea' | 'asksConflict' | 'roleBeside'>;

/** What a booking keeps of the patient's wishes, so that an acceptance, which may not read the profile, can judge them. */
export const wishesFrom = ({
  genderWish,
  interpreterWishes,
}: Pick<CommunicationProfile, 'genderWish' | 'interpreterWishes'>): Wished => ({
  requiredGender: genderWish?.strength === 'required' ? genderWish.gender : null,
  preferredGender: genderWish?.strength === 'preferred' ? genderWish.gender : null,
  avoidsLocalArea: interpreterWishes.avoidsLocalArea,
  asksConflict: interpreterWishes.avoidsCommunity,
  roleBeside: interpreterWishes.roleBeside,
});
