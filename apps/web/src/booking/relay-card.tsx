import { IconCheck, IconClock, IconHourglass, IconUserQuestion, type Icon } from '@tabler/icons-react';
import type { BookingRelay } from '@dragoman/contracts';
import { Card, CardHead } from '../design/card';
import { IconWord } from '../design/status';
import type { Tone } from '../design/tone';
import style from './relay.module.css';

type Leg = BookingRelay['legs'][number];

const states: Record<Leg['state'], { icon: Icon; tone: Tone; word: string }> = {
  booked: { icon: IconCheck, tone: 'ok', word: 'Booked' },
  held: { icon: IconHourglass, tone: 'info', word: 'Accepted, waits for the other side' },
  asking: { icon: IconClock, tone: 'info', word: 'Not answered yet' },
  nobody: { icon: IconUserQuestion, tone: 'warn', word: 'Nobody is asked' },
};

const sides = { patient: 'Patient’s side', clinic: 'Clinic’s side' };

/** Both sides of a relay, each with what has become of it. */
export const RelayCard = ({ relay }: { relay: BookingRelay }) => (
  <Card label="Relay">
    <CardHead title={`Relay through ${relay.pivot.name}`} />
    <ul className={style.legs}>
      {relay.legs.map(({ side, languages, state, interpreter, asked }) => {
        const { icon, tone, word } = states[state];
        return (
          <li key={side}>
            <span className={style.side}>{sides[side]}</span>
            <b>{interpreter?.displayName ?? (asked.length > 0 ? asked.join(', ') : 'Nobody yet')}</b>
            <span>{languages}</span>
            <IconWord tone={tone} icon={icon}>
              {word}
            </IconWord>
          </li>
        );
      })}
    </ul>
  </Card>
);
