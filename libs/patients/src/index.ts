export { AcceptedVarieties, askedAgainAt } from './accepted-varieties.service';
export { AcceptedVariety } from './accepted-variety.entity';
export type { AskedInOwnWords } from './accepted-variety.entity';
export { PatientChannel } from './channel.entity';
export { PatientLanguage } from './language.entity';
export { Patient } from './patient.entity';
export { profileChanged } from './patient.events';
export { InterpreterWish } from './interpreter-wish.entity';
export type { ListQuery, NamedLanguage, PatientDetail, PatientPage, PatientRow, WishedInterpreter } from './patient.queries';
export { PatientsModule } from './patients.module';
export { Patients } from './patients.service';
export type { PatientInput } from './patients.service';
export { mayBeInterpretedIn, noInterpreterWishes, isUnconfirmed, pageNeedsCode, readsOf, safetyInUse, strictestChannel } from './profile';
export type {
  CommunicationProfile, ContactChannel, ContactFormat, ContactSafety, DaysToAvoid, GenderWish, InterpreterWishes, LanguageRole, LearntHow, NeedFlag, OwnWords, ProfileChannel,
  ProfileLanguage, ProfilePost, RoleBeside, SafeHours,
} from './profile';
export { Supporter } from './supporter.entity';
export type { AskedInPrivate, MayBeTold, SupporterRelation } from './supporter.entity';
export { supportersChanged } from './supporter.events';
export { isUnconfirmedSupporter, mayBeToldNow } from './supporter.policy';
export type { AskedHow } from './supporter.policy';
export { Supporters } from './supporters.service';
export type { SupporterInput } from './supporters.service';
