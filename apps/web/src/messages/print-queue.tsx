import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconBan, IconMailCheck, IconMailOpened, IconPrinter } from '@tabler/icons-react';
import type { QueuedLetter } from '@dragoman/contracts';
import { printAddress, type PrintQueueShow, putLetterAside } from '../api/letters';
import { useMay, useZone } from '../api/session';
import { LetterCard } from '../booking/letter-card';
import { Empty } from '../design/empty';
import { QuietButton } from '../design/quiet-button';
import { rowKeys } from '../design/row-keys';
import { StatusPill } from '../design/status';
import { ErrorStrip } from '../design/strip';
import type { Word } from '../design/words';
import { useNow } from '../time/clock';
import { deadlineOf } from '../today/deadline';
import { Correspondent } from './correspondent';
import { useLetterMark } from './use-letter-mark';
import { whenOf } from './when';
import style from './messages.module.css';

const words: Record<QueuedLetter['state'], Word> = {
  'to-print': { tone: 'info', icon: IconPrinter, word: 'To print' },
  printed: { tone: 'warn', icon: IconMailOpened, word: 'Printed' },
  posted: { tone: 'ok', icon: IconMailCheck, word: 'Posted' },
  withdrawn: { tone: 'bad', icon: IconBan, word: 'Do not post' },
};

const layoutWords: Record<QueuedLetter['layout'], string> = { standard: 'Letter', 'large-print': 'Large print', 'easy-read': 'Easy read' };

const paperWords = ({ layout, languageName, neutral }: QueuedLetter): string =>
  `${layoutWords[layout]} in ${languageName}. ${neutral ? 'Plain envelope without a sender: others may open it.' : 'Window envelope.'}`;

type Deed = NonNullable<QueuedLetter['printed']>;

const Open = ({ letter, variant }: { letter: QueuedLetter; variant: 'filled' | 'default' }) => (
  <Button component="a" href={printAddress([letter.id])} target="_blank" rel="noopener" variant={variant} fullWidth>
    {letter.state === 'posted' ? 'Open' : 'Open to print'}
    <span className="visually-hidden">{`, ${letter.patient.name}`}</span>
  </Button>
);

const PutAside = ({ letter }: { letter: QueuedLetter }) => {
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => putLetterAside(letter.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['messages'] }),
  });
  return (
    <>
      <Button fullWidth loading={isPending} onClick={() => mutate()}>
        {letter.printed ? 'It is destroyed' : 'Seen'}
        <span className="visually-hidden">{`, ${letter.patient.name}`}</span>
      </Button>
      {error && <ErrorStrip happened="Not put aside." error={error} safe="It stays on the list." />}
    </>
  );
};

/** What is done next with it, and the way back for whoever pressed the wrong button. */
const Steps = ({ letter, isFirst }: { letter: QueuedLetter; isFirst: boolean }) => {
  const { press, isPending, error } = useLetterMark([letter.id]);
  const about = <span className="visually-hidden">{`, ${letter.patient.name}`}</span>;
  const variant = isFirst ? 'filled' : 'default';
  return (
    <>
      {letter.state === 'to-print' && (
        <>
          <Open letter={letter} variant={variant} />
          <Button fullWidth loading={isPending} onClick={press({ from: 'to-print', to: 'printed' })}>
            It is printed{about}
          </Button>
        </>
      )}
      {letter.state === 'printed' && (
        <>
          <Button fullWidth variant={variant} loading={isPending} onClick={press({ from: 'printed', to: 'posted' })}>
            It is posted{about}
          </Button>
          <QuietButton disabled={isPending} onClick={press({ from: 'printed', to: 'to-print' })}>
            Print again{about}
          </QuietButton>
        </>
      )}
      {letter.state === 'posted' && (
        <>
          <Open letter={letter} variant="default" />
          <QuietButton tone="quiet" disabled={isPending} onClick={press({ from: 'posted', to: 'printed' })}>
            Not posted after all{about}
          </QuietButton>
        </>
      )}
      {error && <ErrorStrip happened="Not marked." error={error} safe="The letter is as it was." />}
    </>
  );
};

const LetterRow = ({ letter, isFirst }: { letter: QueuedLetter; isFirst: boolean }) => {
  const now = useNow();
  const zone = useZone();
  const mayWrite = useMay()('bookings.write');
  const { tone, icon, word } = words[letter.state];
  const { patient, appointment, printed, posted, withdrawn, state } = letter;
  const limit = deadlineOf(letter.printBy, now, zone);
  const deed = (what: string, { by, at }: Deed) => `${what}${by ? ` by ${by}` : ''}, ${whenOf(at, now, zone)}.`;
  return (
    <li className={style.row} data-row data-open={mayWrite || undefined}>
      <div className={style.text}>
        <div className={style.facts}>
          <StatusPill tone={tone} icon={icon}>
            {word}
          </StatusPill>
          <Correspondent who={{ kind: 'patient', ...patient }} bookingId={appointment.bookingId} />
          <span>
            {whenOf(appointment.startsAt, now, zone)} · {appointment.language}
          </span>
        </div>
        {withdrawn && (
          <div>
            {withdrawn.why} {printed ? 'Take it out of the post and destroy it.' : 'Nothing was printed. If a letter is still wanted, ask for a new one on the booking.'}
          </div>
        )}
        <div className={style.sentence}>{paperWords(letter)}</div>
        <div className={style.sentence}>
          {[printed && deed('Printed', printed), posted && deed('Posted', posted), !printed && !withdrawn && deed(letter.queued.by ? 'Asked for' : 'Put here by itself', letter.queued)].filter(Boolean).join(' ')}
        </div>
        <LetterCard letter={letter} startsOpen={false} />
      </div>
      {mayWrite && (
        <div className={style.task}>
          {(state === 'to-print' || state === 'printed') && (
            <div className={style.limit} data-urgent={limit.isUrgent || undefined}>
              {limit.words}
            </div>
          )}
          {state === 'withdrawn' ? <PutAside letter={letter} /> : <Steps letter={letter} isFirst={isFirst} />}
        </div>
      )}
    </li>
  );
};

const Nothing = ({ show }: { show: PrintQueueShow }) =>
  show === 'posted' ? (
    <Empty icon={IconMailCheck} title="No letter was posted yet.">
      What somebody posted stays here as it was, with who and when.
    </Empty>
  ) : (
    <Empty icon={IconPrinter} title="Nothing to print.">
      A letter waits here when a patient who has an address wishes to be told by letter, and when somebody adds one on a booking (“Print a letter”, “It is posted”).
    </Empty>
  );

/** Letters in the order in which they must leave; what must not be posted any more comes first. */
export const PrintQueue = ({ letters, show }: { letters: QueuedLetter[]; show: PrintQueueShow }) =>
  letters.length === 0 ? (
    <Nothing show={show} />
  ) : (
    <ul className={style.list} ref={rowKeys}>
      {letters.map((letter, index) => (
        <LetterRow key={letter.id} letter={letter} isFirst={index === 0} />
      ))}
    </ul>
  );
