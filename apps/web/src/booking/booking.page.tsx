import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { BookingAlerts } from '../alerts/booking-alerts';
import { bookingQuery } from '../api/bookings';
import { useMay } from '../api/session';
import { Card } from '../design/card';
import { Skeletons } from '../design/skeletons';
import { StatusPill } from '../design/status';
import { ErrorStrip } from '../design/strip';
import { isAhead, statusOf } from '../design/words';
import { LadderCard } from '../ladder/ladder-card';
import { AskingStrip } from '../patients/asking';
import { PageHeader } from '../shell/page-header';
import { Actions } from './actions';
import { AttendanceCard } from './attendance-card';
import { AgenciesCard } from './agencies-card';
import { ConsentCard } from './consent-card';
import { Facts } from './facts';
import { NextSteps } from './next-steps';
import { OfferDialog } from './offer-dialog';
import { Question } from './question';
import { RelayCard } from './relay-card';
import { SearchCard } from './search-card';
import { TeamCard } from './team-card';
import { UnderstandingCard } from './understanding-card';
import { Timeline } from './timeline';
import style from './booking.module.css';

/** Everything about one booking in one timeline, and what is to be decided beside it. */
export const BookingPage = () => {
  const { bookingId } = useParams({ from: '/in/bookings/$bookingId' });
  const { offer } = useSearch({ from: '/in/bookings/$bookingId' });
  const navigate = useNavigate();
  const may = useMay();
  const { data: booking, error, refetch } = useQuery(bookingQuery(bookingId));
  const setOffering = (isOffering: boolean) =>
    void navigate({
      to: '/bookings/$bookingId',
      params: { bookingId },
      search: isOffering ? { offer: true } : {},
      replace: true,
    });

  if (!booking) {
    return (
      <>
        <PageHeader title="Booking" />
        {error ? (
          <ErrorStrip happened="The booking could not be shown." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />
        ) : (
          <Card isPadded={false}>
            <Skeletons rows={6} height={62} />
          </Card>
        )}
      </>
    );
  }

  const status = statusOf(booking);
  const mayWrite = may('bookings.write');
  return (
    <>
      <PageHeader
        title={booking.patient.name}
        above={
          <>
            <Link to="/">Today</Link> › {booking.reference}
          </>
        }
        beside={
          <StatusPill tone={status.tone} icon={status.icon}>
            {status.word}
          </StatusPill>
        }
      />
      <Facts booking={booking} />
      {isAhead(booking.state) && <AskingStrip patientId={booking.patient.id} />}
      <div className={style.columns}>
        <Timeline booking={booking} />
        <div className={style.right}>
          <BookingAlerts bookingId={booking.id} />
          <LadderCard booking={booking} />
          {booking.team && <TeamCard booking={booking} team={booking.team} />}
          {booking.relay && <RelayCard relay={booking.relay} />}
          <Question booking={booking} onOffer={() => setOffering(true)} />
          <SearchCard booking={booking} />
          <AttendanceCard booking={booking} />
          <ConsentCard booking={booking} />
          <UnderstandingCard booking={booking} />
          {mayWrite && <Actions booking={booking} onOffer={() => setOffering(true)} />}
          <AgenciesCard booking={booking} />
          <NextSteps booking={booking} />
        </div>
      </div>
      {mayWrite && <OfferDialog booking={booking} isOpen={offer === true} onClose={() => setOffering(false)} />}
    </>
  );
};
