export {
  arrivalMissed, attendanceMarked, concernRaised, runningLate, stillComingAnswered, stillComingAsked, stillComingSilent,
} from './attendance.events';
export { Absence } from './absence.service';
export { AttendanceModule } from './attendance.module';
export { Attendance, sessionOf } from './attendance.service';
export type { Saying } from './attendance.service';
export { checkOf, checksOf, isArrivalOpen, isCheckOpen } from './check.queries';
export type { CheckAnswer } from './check.queries';
export { ClinicianLinks } from './clinician-links.service';
export type { Briefing } from './clinician-links.service';
export { Concern } from './concern.entity';
export type { ConcernCode } from './concern.entity';
export { Concerns } from './concerns.service';
export { delaysOfDay, marksOfDay } from './day.queries';
export type { DayDelay, DayMark } from './day.queries';
export { Delay } from './delay.entity';
export { newestDelay } from './delay.queries';
export { EmergencyReplacement } from './emergency-replacement.service';
export { Lateness } from './lateness.service';
export { Mark } from './mark.entity';
export type { Attested, Side } from './mark.entity';
export { closesAt, disagreements, ofThoseBooked, opensAt } from './mark.policy';
export { marksOf, standingOf } from './mark.queries';
export type { MarkRow, StandingMark } from './mark.queries';
export { reliabilityOf } from './reliability.queries';
export type { MonthOfJobs } from './reliability.queries';
export { StillComing } from './still-coming.job';
