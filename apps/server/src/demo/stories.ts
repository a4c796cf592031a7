import { addDays, wallClock } from '@dragoman/kernel';
import { soonAfter, type PlannedAppointment } from './appointments';
import { zone } from './clinics';
import type { StoryPatient } from './patients';

export interface Story extends Omit<PlannedAppointment, 'patient'> {
  of: StoryPatient;
  /** A text message of theirs that only a person can answer. */
  writes?: string;
}

const inRoom = { site: 0, room: 4, modality: 'in-person', length: 40, askedDaysBefore: 3 } as const;

/** What a person who demonstrates wants to find on the first screen, whatever the hour. */
export const stories = (now: Date): Story[] => {
  const day = (offset: number): string => addDays(wallClock(now, zone).date, offset);
  return [
    { of: 'olena', ...inRoom, ...soonAfter(now, 90), modality: 'phone', length: 30, purpose: 'New patient check', fate: { kind: 'declined', minutesAgo: 180 } },
    { of: 'hiba', ...inRoom, ...soonAfter(now, 165), length: 60, purpose: 'Antenatal check', fate: { kind: 'offered', minutesAgo: 35, fill: 'waves' } },
    { of: 'selam', ...inRoom, date: day(1), time: '14:30', purpose: 'Eye check', fate: { kind: 'confirmed', answer: 'coming' } },
    { of: 'nur', ...inRoom, date: day(1), time: '10:00', modality: 'phone', purpose: 'Diabetes review', fate: { kind: 'confirmed' } },
    { of: 'sahra', ...inRoom, date: day(1), time: '15:15', purpose: 'Child immunisations', fate: { kind: 'confirmed', answer: 'cannot-come' } },
    { of: 'farida', ...inRoom, date: day(2), time: '11:00', purpose: 'Physiotherapy', fate: { kind: 'confirmed' } },
    { of: 'rima', ...inRoom, date: day(2), time: '15:30', purpose: 'Podiatry', fate: { kind: 'confirmed' }, writes: 'هل يمكن تغيير الوقت؟' },
    { of: 'samer', ...inRoom, date: day(4), time: '10:30', purpose: 'Dietitian', fate: { kind: 'confirmed' } },
    { of: 'rebin', ...inRoom, date: day(3), time: '09:45', purpose: 'Wound care', fate: { kind: 'confirmed', answer: 'call-me' } },
    { of: 'rebin', ...inRoom, date: day(5), time: '14:00', purpose: 'Audiology', fate: { kind: 'passed', minutesAgo: 50, agency: 0 } },
    {
      of: 'nur', ...inRoom, date: day(6), time: '11:30', modality: 'phone', purpose: 'Blood pressure review',
      fate: { kind: 'passed', minutesAgo: 200, agency: 1, sends: { name: 'Shafiq Karim', phone: '07700 900804', credential: 'NRPSI 90412' } },
    },
  ];
};
