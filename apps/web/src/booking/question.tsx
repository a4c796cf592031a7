import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCalendarX, IconHourglass, IconListCheck, IconUserQuestion } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { BookingDetail } from '@dragoman/contracts';
import { bookingAgenciesQuery } from '../api/agencies';
import { useMay, useZone } from '../api/session';
import { useNow } from '../time/clock';
import { nearDay, spanOf, wallOf } from '../time/wall';
import { DoneButton } from '../today/done-button';
import style from './booking.module.css';

type CardProps = { icon: typeof IconListCheck; title: string; about?: string; aside?: string; tone: string; children: ReactNode };

const QuestionCard = ({ icon: Picture, title, about, aside, tone, children }: CardProps) => (
  <section className={style.question} data-tone={tone} aria-label={about ? `${title}: ${about}` : title}>
    <div className={style.questionHead}>
      <Picture size={18} stroke={1.8} aria-hidden />
      <h2>{title}</h2>
      {aside && <span>{aside}</span>}
    </div>
    {children}
  </section>
);

const isFillable = ({ state }: BookingDetail) => state === 'requested' || state === 'offering';

/** The soonest moment at which an open offer lapses. */
const lapseOf = ({ offers }: BookingDetail): string | undefined =>
  offers.filter(({ state }) => state === 'open').map(({ expiresAt }) => expiresAt).sort()[0];

/** Why nobody comes; an offer that was taken back, or a yes that no longer counts, is nobody's no. */
const nobodyBecause = ({ offers }: BookingDetail): { title: string; sentence: string } => {
  if (offers.length === 0) {
    return { title: 'Nobody was asked yet', sentence: 'The booking is saved. Nobody comes until somebody is asked and accepts.' };
  }
  if (offers.every(({ state }) => state === 'declined' || state === 'expired')) {
    return { title: 'Nobody has accepted', sentence: 'All offers were declined or have lapsed. Nobody is booked.' };
  }
  return { title: 'Nobody is booked', sentence: 'No offer stands any more. Nobody comes until somebody is asked and accepts.' };
};

const Unfilled = ({ booking, onOffer }: { booking: BookingDetail; onOffer: () => void }) => {
  const now = useNow();
  const zone = useZone();
  const mayWrite = useMay()('bookings.write');
  const { data: agencies } = useQuery(bookingAgenciesQuery(booking.id));
  const agency = agencies?.requests.find(({ state }) => state === 'open')?.agency;
  const asked = booking.offers.filter(({ state }) => state === 'open');
  const lapse = lapseOf(booking);
  const left = spanOf(new Date(booking.startsAt).getTime() - now.getTime());
  const until = lapse ? wallOf(lapse, zone) : null;

  if (asked.length > 0) {
    return (
      <QuestionCard icon={IconHourglass} tone="info" title="Waiting for an answer" aside={`starts in ${left}`}>
        <p>
          {booking.relay && 'A relay is booked when both sides have accepted. '}
          {asked.length === 1 ? `${asked[0]?.displayName ?? 'One interpreter'} has` : `${asked.length} interpreters have`} not
          answered yet. {booking.relay ? 'Each side goes to the first to accept' : booking.team ? 'It is booked when all are found' : 'The first to accept gets the job'}
          {until && `; offers lapse ${nearDay(until.date, wallOf(now, zone).date)} ${until.time}`}.
        </p>
      </QuestionCard>
    );
  }
  const { title, sentence } = agency
    ? { title: 'An agency was asked', sentence: `${agency.name} has not answered yet. Nobody comes until they name somebody, or somebody else accepts.` }
    : nobodyBecause(booking);
  return (
    <QuestionCard icon={IconUserQuestion} tone="warn" title={title} aside={`starts in ${left}`}>
      <p>{sentence}</p>
      {mayWrite && (
        <Button variant="filled" h={40} fullWidth onClick={onOffer}>
          {booking.offers.length === 0 ? 'Offer to interpreters' : 'Offer to more'}
        </Button>
      )}
    </QuestionCard>
  );
};

/** What this booking waits for; nothing when it waits for nobody. */
export const Question = ({ booking, onOffer }: { booking: BookingDetail; onOffer: () => void }) => {
  const now = useNow();
  const zone = useZone();
  const mayTick = useMay()('tasks.write');
  const today = wallOf(now, zone).date;

  return (
    <>
      {booking.tasks.map(({ id, sentence, dueAt, isTicked }, index) => {
        const due = wallOf(dueAt, zone);
        return (
          <QuestionCard
            key={id}
            icon={IconListCheck}
            tone="warn"
            title="To do"
            about={sentence}
            aside={`by ${due.date === today ? '' : `${nearDay(due.date, today)} `}${due.time}`}
          >
            <p>{sentence}</p>
            {mayTick && isTicked && (
              <DoneButton taskId={id} about={sentence} variant={index === 0 && !isFillable(booking) ? 'filled' : 'default'} />
            )}
          </QuestionCard>
        );
      })}
      {booking.patientAnswer === 'cannot-come' && booking.state === 'confirmed' && booking.tasks.length === 0 && (
        <QuestionCard icon={IconCalendarX} tone="bad" title="The patient cannot come">
          <p>{booking.interpreter?.displayName ?? 'The interpreter'} is still booked. Cancel below to release them in time.</p>
        </QuestionCard>
      )}
      {isFillable(booking) && <Unfilled booking={booking} onOffer={onOffer} />}
    </>
  );
};
