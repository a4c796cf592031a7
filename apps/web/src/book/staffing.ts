import type { Staffing } from '@dragoman/contracts';

/** How many interpreters it takes in all. */
export const placesIn = (staffing: Staffing): number =>
  staffing.kind === 'one' ? 1 : staffing.kind === 'team' ? staffing.size : staffing.minutes.length + 1;

/** When the second usually takes over, in minutes after the start; to five minutes. */
export const halfWay = (length: number): number => Math.max(5, Math.round(length / 10) * 5);

const numbers = ['nobody', 'one', 'two', 'three', 'four'];

/** What becomes of the offers. */
export const whoGetsIt = (staffing: Staffing): string => {
  if (staffing.kind === 'one') return 'First to accept gets the job.';
  const count = numbers[placesIn(staffing)] ?? String(placesIn(staffing));
  return staffing.kind === 'team' ? `The first ${count} to accept get the job.` : `Each is asked for one part; booked when ${count} have accepted.`;
};
