export { PatientChannel } from './channel.entity';
export { PatientLanguage } from './language.entity';
export { Patient } from './patient.entity';
export { profileChanged } from './patient.events';
export type { ListQuery, NamedLanguage, PatientDetail, PatientPage, PatientRow } from './patient.queries';
export { PatientsModule } from './patients.module';
export { Patients } from './patients.service';
export type { PatientInput } from './patients.service';
export { mayBeInterpretedIn, pageNeedsCode, readsOf, strictestChannel } from './profile';
export type {
  CommunicationProfile, ContactChannel, ContactSafety, GenderWish, LanguageRole, LearntHow, NeedFlag, ProfileChannel,
  ProfileLanguage, SafeHours,
} from './profile';
