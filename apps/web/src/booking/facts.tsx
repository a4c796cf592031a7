import { IconCalendarClock, IconEar, IconFlag, IconLanguage, IconMapPin, type Icon } from '@tabler/icons-react';
import type { BookingDetail } from '@dragoman/contracts';
import { useZone } from '../api/session';
import { topicWords } from '../design/topic-words';
import { modalityWords, roleBesideNames } from '../design/words';
import { useNow } from '../time/clock';
import { howFar, shortDay, timeAfter, wallOf, zoneNote } from '../time/wall';
import { SomebodyElse } from './somebody-else';
import style from './booking.module.css';

type Fact = { label: string; value: string; note: string; icon: Icon; isOpen?: boolean };

const needs = {
  yes: 'Interpreter needed',
  no: 'No interpreter needed',
  unknown: 'Not asked yet',
};

const genders = { woman: 'a woman', man: 'a man' };

const wishOf = ({ genderWish }: BookingDetail): string =>
  genderWish ? `${genders[genderWish.gender]}, ${genderWish.strength}` : 'no wish recorded';

const besideOf = ({ roleBeside }: BookingDetail): string | null =>
  roleBeside && `${roleBesideNames[roleBeside].toLowerCase()} wanted too`;

/** Everybody, in a relay or a team; of a team that is not complete, how many are found. */
const interpretersOf = ({ interpreter, relay, team }: BookingDetail): string => {
  const places = relay?.legs ?? team?.places.filter(({ state }) => state !== 'given-up') ?? [];
  const found = places.flatMap((place) => place.interpreter?.displayName ?? []);
  if (interpreter && found.length > 0) return found.join(' and ');
  if (team && found.length > 0) return `${found.length} of ${places.length} found`;
  return interpreter?.displayName ?? 'Nobody yet';
};

const factsOf = (booking: BookingDetail, now: Date, ownZone: string): Fact[] => {
  const today = wallOf(now, booking.zone).date;
  const elsewhere = zoneNote(booking.zone, ownZone);
  const openOffers = booking.offers.filter(({ state }) => state === 'open').length;
  return [
    {
      label: 'When',
      value: `${shortDay(booking.date, today)}, ${booking.time}–${timeAfter(booking.time, booking.length)}`,
      note: [howFar(booking.date, today), elsewhere].filter(Boolean).join(', '),
      icon: IconCalendarClock,
    },
    {
      label: 'Where',
      value: [booking.site.name, booking.room].filter(Boolean).join(', '),
      note: modalityWords[booking.modality].word.toLowerCase(),
      icon: IconMapPin,
    },
    {
      label: 'Language',
      value: booking.language.name,
      note: booking.patient.reads ? `reads ${booking.patient.reads}` : 'reads nothing, or not sure',
      icon: IconLanguage,
    },
    {
      label: 'Interpreter',
      value: interpretersOf(booking),
      note: booking.interpreter || openOffers === 0 ? wishOf(booking) : `${openOffers} asked, ${wishOf(booking)}`,
      icon: IconEar,
      isOpen: !booking.interpreter,
    },
    {
      label: 'Need flag',
      value: needs[booking.patient.needsInterpreter],
      note: [booking.purpose, booking.topic ? topicWords[booking.topic] : 'not said what it is about', besideOf(booking)].filter(Boolean).join(', '),
      icon: IconFlag,
    },
  ];
};

export const Facts = ({ booking }: { booking: BookingDetail }) => {
  const facts = factsOf(booking, useNow(), useZone());
  return (
    <dl className={style.facts}>
      {facts.map(({ label, value, note, icon: Picture, isOpen }) => (
        <div key={label} data-open={isOpen || undefined}>
          <Picture size={18} stroke={1.8} aria-hidden />
          <dt>{label}</dt>
          <dd>
            <b>{value}</b>
            <span>{note}</span>
            {label === 'Interpreter' && !booking.team && <SomebodyElse booking={booking} booked={booking.interpreter} />}
          </dd>
        </div>
      ))}
    </dl>
  );
};
