import { type BookingChange, type BookingDetail, rematchOfChange } from '@dragoman/contracts';

type Facts = Pick<BookingDetail, 'state' | 'patient' | 'interpreter' | 'offers' | 'relay'>;
type Seen = Pick<BookingDetail, 'date' | 'time' | 'length' | 'room' | 'modality' | 'topic' | 'genderWish'> & { site: { id: string } };

export type Changed = keyof typeof rematchOfChange;

const isOther = <Value>(wanted: Value | undefined, is: Value): boolean => wanted !== undefined && wanted !== is;

/** Only what differs from the booking as it is now: what was typed and typed back is no change. */
export const differencesOf = (booking: Seen, wanted: BookingChange): BookingChange => {
  const { date, time, length, siteId, room, modality, topic, gender, isPatientsWord } = wanted;
  const isOtherGender =
    gender !== undefined && (gender?.gender !== booking.genderWish?.gender || gender?.strength !== booking.genderWish?.strength);
  return {
    ...(isOther(date, booking.date) && { date }),
    ...(isOther(time, booking.time) && { time }),
    ...(isOther(length, booking.length) && { length }),
    ...(isOther(siteId, booking.site.id) && { siteId }),
    ...(isOther(room, booking.room) && { room }),
    ...(isOther(modality, booking.modality) && { modality }),
    ...(isOther(topic, booking.topic) && { topic }),
    ...(isOtherGender && { gender, ...(isPatientsWord && { isPatientsWord }) }),
  };
};

const named: Record<string, Changed> = {
  date: 'when', time: 'when', length: 'length', siteId: 'where', room: 'room', modality: 'modality', topic: 'topic', gender: 'gender',
};

export const rematchOf = (change: BookingChange): 'ask-again' | 'judge-again' | 'inform' | 'nothing' => {
  const kinds = Object.keys(change).flatMap((key) => (named[key] ? [rematchOfChange[named[key]]] : []));
  return (['ask-again', 'judge-again', 'inform'] as const).find((kind) => kinds.includes(kind)) ?? 'nothing';
};

/** A required wish is lifted or turned by nobody but the patient. */
export const liftsRequiredWish = ({ genderWish }: Pick<Seen, 'genderWish'>, { gender }: BookingChange): boolean =>
  gender !== undefined && genderWish?.strength === 'required' && (gender?.strength !== 'required' || gender.gender !== genderWish.gender);

const whoIsBooked = ({ interpreter, relay }: Facts): string | null =>
  relay && interpreter ? 'Both interpreters' : (interpreter?.displayName ?? null);

const askedAgain = (facts: Facts): string[] => {
  const booked = whoIsBooked(facts);
  const open = facts.offers.filter(({ state }) => state === 'open').length;
  return [
    ...(booked ? [`${booked} said yes to something else: they are told, and asked again if they still can.`] : []),
    ...(open > 0 ? [`${open === 1 ? 'One open offer is' : `${open} open offers are`} taken back, and made again to whoever still can.`] : []),
    ...(booked || open > 0 ? [] : ['Nobody is booked or being asked, so no interpreter is told.']),
  ];
};

/** What follows, said before it happens. */
export const changeWords = (facts: Facts, change: BookingChange): string[] => {
  const booked = whoIsBooked(facts);
  switch (rematchOf(change)) {
    case 'ask-again':
      return [...askedAgain(facts), `${facts.patient.name} is told, and no reminder of before goes out.`];
    case 'judge-again':
      return [booked ? `${booked}: every rule is looked at again. Whoever still fits stays; else somebody is looked for.` : 'Whoever is being asked and does not fit any more hears that it is over.'];
    case 'inform':
      return [booked ? `${booked} stays booked, and is told what is new.` : 'Nothing else changes.'];
    default:
      return [];
  }
};
