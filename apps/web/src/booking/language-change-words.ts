import type { BookingDetail } from '@dragoman/contracts';

type Facts = Pick<BookingDetail, 'state' | 'patient' | 'language' | 'interpreter' | 'offers' | 'consents'>;

const ofInterpreters = ({ interpreter, offers }: Facts): string[] => {
  const [asked, ...others] = offers.filter(({ state }) => state === 'open');
  if (interpreter) return [`${interpreter.displayName} is told that the job is off, and is free again.`];
  if (!asked) return ['Nobody is booked or being asked, so no interpreter is told.'];
  if (others.length === 0) return [`The offer to ${asked.displayName} is withdrawn, and they are told.`];
  return [`${others.length + 1} open offers are withdrawn, and those interpreters are told.`];
};

const ofConsents = ({ patient, language, consents }: Facts): string[] =>
  consents.some(({ state }) => state === 'counts' || state === 'waits-for-coordinator')
    ? [`What ${patient.name} agreed to instead of ${language.name} does not count for another language.`]
    : [];

const ofPatient = ({ state, patient }: Facts): string =>
  state === 'confirmed'
    ? `${patient.name} gets no message about it. Their reminders stop until somebody is confirmed; if they were told of the appointment before, the desk is then asked to call them.`
    : `${patient.name} gets no message about it, and is told when somebody is confirmed.`;

/** What follows from another language, in sentences: for the interpreters, the booking, what was agreed to, and the patient. */
export const languageChangeWords = (booking: Facts): string[] => [
  ...ofInterpreters(booking),
  'The booking then needs an interpreter of the new language.',
  ...ofConsents(booking),
  ofPatient(booking),
];

/** While somebody is asked for, or holds, a side of a relay; the server decides. */
export const isRelayUnderWay = ({ relay }: Pick<BookingDetail, 'relay'>): boolean =>
  relay !== null && relay.legs.some(({ state }) => state !== 'nobody');
