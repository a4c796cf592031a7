import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconCheck, IconClock, IconHourglass, IconUserMinus, IconUserQuestion, type Icon } from '@tabler/icons-react';
import type { BookingDetail, BookingTeam } from '@dragoman/contracts';
import { bookingQuery, giveUpPlace } from '../api/bookings';
import { useMay } from '../api/session';
import { Card, CardHead } from '../design/card';
import { QuietButton } from '../design/quiet-button';
import { IconWord } from '../design/status';
import { ErrorStrip } from '../design/strip';
import type { Tone } from '../design/tone';
import { isAhead } from '../design/words';
import { wallOf } from '../time/wall';
import { SomebodyElse } from './somebody-else';
import style from './relay.module.css';

type Place = BookingTeam['places'][number];

const states: Record<Place['state'], { icon: Icon; tone: Tone; word: string }> = {
  booked: { icon: IconCheck, tone: 'ok', word: 'Booked' },
  held: { icon: IconHourglass, tone: 'info', word: 'Accepted, waits until all are found' },
  asking: { icon: IconClock, tone: 'info', word: 'Not answered yet' },
  nobody: { icon: IconUserQuestion, tone: 'warn', word: 'Nobody is asked' },
  'given-up': { icon: IconUserMinus, tone: 'quiet', word: 'Done without' },
};

const titles = { together: 'Several interpreters, together', handover: 'One interpreter after the other' };

const whoOf = ({ interpreter, asked, state }: Place): string =>
  interpreter?.displayName ?? (asked.length > 0 ? asked.join(', ') : state === 'given-up' ? 'Nobody' : 'Nobody yet');

/** Each place of a team or a handover, with what has become of it. */
export const TeamCard = ({ booking, team }: { booking: BookingDetail; team: BookingTeam }) => {
  const client = useQueryClient();
  const givingUp = useMutation({
    mutationFn: (placeId: string) => giveUpPlace(booking.id, placeId),
    onSuccess: (detail) => {
      client.setQueryData(bookingQuery(booking.id).queryKey, detail);
      void client.invalidateQueries({ queryKey: ['today'] });
    },
  });
  const mayGiveUp = useMay()('bookings.write') && isAhead(booking.state) && team.places.filter(({ state }) => state !== 'given-up').length > 1;
  const clock = (instant: string): string => wallOf(instant, booking.zone).time;
  return (
    <Card label="Team">
      <CardHead title={titles[team.kind]} />
      <ul className={style.legs}>
        {team.places.map((place, n) => {
          const { icon, tone, word } = states[place.state];
          const name = team.kind === 'handover' ? `${clock(place.startsAt)}–${clock(place.endsAt)}` : `Interpreter ${n + 1}`;
          const isFree = place.state === 'asking' || place.state === 'nobody';
          return (
            <li key={place.id}>
              <span className={style.side}>{name}</span>
              <b>{whoOf(place)}</b>
              {place.state === 'booked' && <SomebodyElse booking={booking} booked={place.interpreter} />}
              {mayGiveUp && isFree && (
                <span>
                  <QuietButton disabled={givingUp.isPending} onClick={() => givingUp.mutate(place.id)} aria-label={`${name}: go ahead without`}>
                    Go ahead without
                  </QuietButton>
                </span>
              )}
              <IconWord tone={tone} icon={icon}>
                {word}
              </IconWord>
            </li>
          );
        })}
      </ul>
      {givingUp.error && <ErrorStrip happened="Nothing was changed." error={givingUp.error} safe="Everybody has the place that they had." />}
    </Card>
  );
};
