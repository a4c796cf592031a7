import type { Modality, MyStep } from '@dragoman/contracts';

/** What is known of a job. */
export const factWords = {
  pay: (amount: string) => `Pay ${amount}`,
  payUnknown: 'Pay as agreed with the clinic',
  where: 'Where',
  room: 'Room',
  travel: 'Travel',
  language: 'Language',
  topic: 'What it is about',
  team: 'Team',
  wish: 'Wish',
  clinic: 'Clinic',
  questions: 'Questions',
  map: 'Map',
  call: 'Call',
  inPerson: 'in person',
  forPlace: (place: string) => `For ${place}`,
  note: 'Note:',
  partner: (languages: string) => `With a second interpreter: ${languages}. Booked when both accept.`,
  woman: 'The patient asked for a woman',
  man: 'The patient asked for a man',
  leaveBy: (time: string) => `leave by ${time}`,
  fromHome: 'From home. Estimated from the distance.',
  fromJob: (place: string) => `From your job at ${place}. Estimated from the distance.`,
  zone: (place: string) => `${place} time`,
  free: (span: string) => `${span} free before you leave`,
} as const;

export const modalityWords: Record<Modality, string> = { 'in-person': 'In person', video: 'By video', phone: 'By phone' };

/** `14:30` is in the afternoon. */
export const partOfDay = (time: string): string => {
  const hour = Number(time.slice(0, 2));
  if (hour < 5) return 'night';
  if (hour < 12) return 'morning';
  if (hour < 17) return 'afternoon';
  return hour < 22 ? 'evening' : 'night';
};

export const stepWords: Record<MyStep, { press: string; said: string }> = {
  arrived: { press: 'Check in: I am here', said: 'You arrived at' },
  started: { press: 'It has started', said: 'It started at' },
  finished: { press: 'It has finished', said: 'It finished at' },
  'patient-absent': { press: 'The patient did not come', said: 'The patient did not come, said at' },
};
