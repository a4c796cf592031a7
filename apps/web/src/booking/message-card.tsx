import { IconAlertTriangle, IconCheck, IconChecks, IconClock, IconHelpCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { TimelineEntry } from '@dragoman/contracts';
import { Foreign } from '../design/foreign';
import { QuietButton } from '../design/quiet-button';
import { IconWord } from '../design/status';
import { wallOf } from '../time/wall';
import style from './message.module.css';

type Message = NonNullable<TimelineEntry['message']>;

const channelWords: Record<Message['channel'], string> = { sms: 'Text', email: 'Email', voice: 'Call' };

const reviewWords: Record<Message['reviewState'], string> = {
  source: 'our own English',
  draft: 'machine-written draft',
  reviewed: 'reviewed',
};

const Ticks = ({ message, zone }: { message: Message; zone: string }) => {
  const at = (instant: string | null) => (instant ? ` ${wallOf(instant, zone).time}` : '');
  if (message.state === 'failed') {
    return (
      <IconWord tone="bad" icon={IconAlertTriangle}>
        Not delivered{message.failure ? `: ${message.failure}` : ''}
      </IconWord>
    );
  }
  if (message.state === 'unknown') {
    return (
      <IconWord tone="warn" icon={IconHelpCircle}>
        Not known whether it arrived
      </IconWord>
    );
  }
  return (
    <>
      {message.sentAt || message.state === 'sent' || message.state === 'delivered' ? (
        <IconWord tone="quiet" icon={IconCheck}>
          Sent{at(message.sentAt)}
        </IconWord>
      ) : (
        <IconWord tone="quiet" icon={IconClock}>
          On its way
        </IconWord>
      )}
      {message.state === 'delivered' && (
        <IconWord tone="ok" icon={IconChecks}>
          Delivered{at(message.deliveredAt)}
        </IconWord>
      )}
    </>
  );
};

const Sides = ({ message, isEnglish }: { message: Message; isEnglish: boolean }) => (
  <div className={style.sides} data-single={isEnglish || undefined}>
    {!isEnglish && (
      <div>
        <div className={style.label}>In English</div>
        <Foreign text={message.english} lang="en-GB" dir="ltr" />
      </div>
    )}
    <div className={style.sent} data-dir={message.dir}>
      <div className={style.label}>
        {isEnglish ? `As sent to ${message.recipientName}` : `As sent, ${message.languageName}`}
      </div>
      {message.subject && <Foreign text={message.subject} lang={message.lang} dir={message.dir} className={style.subject} />}
      <Foreign text={message.body} lang={message.lang} dir={message.dir} />
    </div>
  </div>
);

type CardProps = { message: Message; zone: string; /** Folded away, it can be unfolded. */ startsOpen?: boolean };

/**
 * What was meant on the left, what was sent on the right, its fate below.
 * An interpreter's own message is folded away: the desk follows the patient, and whoever is told in their place.
 */
export const MessageCard = ({ message, zone, startsOpen = message.to !== 'interpreter' }: CardProps) => {
  const [isOpen, setOpen] = useState(startsOpen);
  const isEnglish = message.lang.startsWith('en');
  return (
    <div className={style.message} data-open={isOpen || undefined}>
      {isOpen && <Sides message={message} isEnglish={isEnglish} />}
      <div className={style.foot}>
        <Ticks message={message} zone={zone} />
        {!startsOpen && (
          <QuietButton className={style.fold} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Hide text' : 'Show text'}
          </QuietButton>
        )}
        <span className={style.origin}>
          {channelWords[message.channel]}
          {message.neutral ? ', neutral wording' : ''} · template v{message.version}, {reviewWords[message.reviewState]}
          {message.reviewedBy && ` by ${message.reviewedBy}`}
        </span>
      </div>
    </div>
  );
};
