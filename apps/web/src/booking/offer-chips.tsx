import { IconArrowBackUp, IconBan, IconCheck, IconClock, IconClockOff, IconX, type Icon } from '@tabler/icons-react';
import type { BookingDetail } from '@dragoman/contracts';
import { Initials } from '../design/initials';
import { wallOf } from '../time/wall';
import style from './timeline.module.css';

type Offer = BookingDetail['offers'][number];

const states: Record<Offer['state'], { icon: Icon; word: string }> = {
  open: { icon: IconClock, word: 'Waiting' },
  accepted: { icon: IconCheck, word: 'Accepted' },
  declined: { icon: IconX, word: 'Declined' },
  expired: { icon: IconClockOff, word: 'Expired' },
  closed: { icon: IconBan, word: 'Closed' },
  withdrawn: { icon: IconBan, word: 'Withdrawn' },
  released: { icon: IconArrowBackUp, word: 'Free again' },
};

type Props = { offers: Offer[]; current: Offer[]; zone: string };

/** Who was asked, and what has become of it by now. */
export const OfferChips = ({ offers, current, zone }: Props) => (
  <ul className={style.offers}>
    {offers.map((made) => {
      const offer = current.find(({ id }) => id === made.id) ?? made;
      const { icon: Picture, word } = states[offer.state];
      return (
        <li key={offer.id} data-state={offer.state}>
          <Initials name={offer.displayName} size={22} />
          {offer.displayName}
          <span>
            <Picture size={14} stroke={2} aria-hidden />
            {word}
            {offer.state === 'accepted' && offer.answeredAt && ` ${wallOf(offer.answeredAt, zone).time}`}
          </span>
        </li>
      );
    })}
  </ul>
);
