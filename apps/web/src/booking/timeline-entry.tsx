import {
  IconArrowBackUp, IconBan, IconBuilding, IconCheck, IconClockCheck, IconClockOff, IconEar, IconFilePlus, IconHandStop, IconHourglass, IconLanguage, IconListCheck, IconMail, IconMessage2, IconMessageReply, IconPencil, IconReplaceUser, IconRestore, IconSend, IconUserCheck, IconStairsDown, IconUserSearch, IconX, type Icon,
} from '@tabler/icons-react';
import type { BookingDetail, TimelineEntry } from '@dragoman/contracts';
import { Foreign } from '../design/foreign';
import { wallOf } from '../time/wall';
import { LetterCard } from './letter-card';
import { MessageCard } from './message-card';
import { OfferChips } from './offer-chips';
import style from './timeline.module.css';

/** Plain: staff or system; teal: message out; info: reply in; ok: agreement. */
const dots: Record<TimelineEntry['kind'], { icon: Icon; tone?: 'teal' | 'info' | 'ok' | 'warn' }> = {
  requested: { icon: IconFilePlus },
  offered: { icon: IconSend },
  declined: { icon: IconX },
  expired: { icon: IconClockOff },
  withdrawn: { icon: IconArrowBackUp },
  held: { icon: IconHourglass, tone: 'info' },
  search: { icon: IconUserSearch },
  ladder: { icon: IconStairsDown, tone: 'warn' },
  released: { icon: IconArrowBackUp },
  confirmed: { icon: IconUserCheck, tone: 'ok' },
  message: { icon: IconMessage2, tone: 'teal' },
  letter: { icon: IconMail, tone: 'teal' },
  reply: { icon: IconMessageReply, tone: 'info' },
  answered: { icon: IconCheck, tone: 'ok' },
  task: { icon: IconListCheck, tone: 'warn' },
  consent: { icon: IconHandStop },
  understanding: { icon: IconEar },
  'language-changed': { icon: IconLanguage },
  changed: { icon: IconPencil },
  'given-back': { icon: IconArrowBackUp, tone: 'warn' },
  replaced: { icon: IconReplaceUser },
  'cancellation-voided': { icon: IconRestore },
  attendance: { icon: IconClockCheck },
  agency: { icon: IconBuilding },
  cancelled: { icon: IconBan },
};

type Props = { entry: TimelineEntry; offers: BookingDetail['offers']; zone: string };

/** A digit or a word stands in the line; anything longer gets its own. */
const isShort = (text: string) => text.length < 16;

export const EntryView = ({ entry, offers, zone }: Props) => {
  const { icon: Picture, tone } = dots[entry.kind];
  return (
    <li className={style.entry}>
      <time className={style.time} dateTime={entry.at}>
        {wallOf(entry.at, zone).time}
      </time>
      <span className={style.dot} data-tone={tone}>
        <Picture size={15} stroke={1.8} aria-hidden />
      </span>
      <div className={style.text}>
        <p>
          <b>{entry.title}</b>{' '}
          {entry.reply && isShort(entry.reply.text) && <Foreign {...entry.reply} as="bdi" className={style.shortReply} />}{' '}
          {entry.detail && <span>{entry.detail}</span>}
        </p>
        {entry.offers && <OfferChips offers={entry.offers} current={offers} zone={zone} />}
        {entry.message && <MessageCard message={entry.message} zone={zone} />}
        {entry.letter && <LetterCard letter={entry.letter} />}
        {entry.reply && !isShort(entry.reply.text) && <Foreign {...entry.reply} className={style.reply} />}
      </div>
    </li>
  );
};
