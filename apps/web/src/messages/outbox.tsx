import { Select } from '@mantine/core';
import { IconClock, IconPlayerPause, IconSend } from '@tabler/icons-react';
import type { OutboxRow, OutboxShow } from '@dragoman/contracts';
import type { OutboxFilter } from '../api/messages';
import { useZone } from '../api/session';
import { MessageCard } from '../booking/message-card';
import { Empty } from '../design/empty';
import { rowKeys } from '../design/row-keys';
import { StatusPill } from '../design/status';
import { useNow } from '../time/clock';
import { Correspondent } from './correspondent';
import { PlannedActions } from './planned-actions';
import { whenOf } from './when';
import style from './messages.module.css';

const shows: { value: OutboxShow; label: string }[] = [
  { value: 'planned', label: 'Planned' },
  { value: 'paused', label: 'Paused' },
  { value: 'left', label: 'Sent' },
  { value: 'on-its-way', label: 'On its way' },
  { value: 'delivered', label: 'Delivered' },
  { value: 'not-arrived', label: 'Not arrived' },
];

const ANY = 'any';
const channels = [
  { value: ANY, label: 'Any channel' },
  { value: 'sms', label: 'Text' },
  { value: 'email', label: 'Email' },
  { value: 'voice', label: 'Call' },
] as const;

export const isPlanned = ({ show }: OutboxFilter) => show === 'planned' || show === 'paused';

type FilterProps = { filter: OutboxFilter; onChange: (filter: OutboxFilter) => void };

export const OutboxFilters = ({ filter, onChange }: FilterProps) => (
  <div className={style.filters} role="search" aria-label="Planned and sent messages">
    <Select
      label="Show"
      data={shows}
      value={filter.show}
      onChange={(show) => show && onChange(isPlanned({ show }) ? { show } : { ...filter, show })}
    />
    <Select
      label="Channel"
      description={isPlanned(filter) ? 'Chosen when it leaves.' : undefined}
      inputWrapperOrder={['label', 'input', 'description']}
      disabled={isPlanned(filter)}
      data={[...channels]}
      value={filter.channel ?? ANY}
      onChange={(channel) => channel && onChange({ show: filter.show, ...(channel !== ANY && { channel }) })}
    />
  </div>
);

const PlannedRow = ({ row, planned }: { row: OutboxRow; planned: NonNullable<OutboxRow['planned']> }) => {
  const now = useNow();
  const zone = useZone();
  return (
    <li className={style.row} data-row>
      <div className={style.text}>
        <div className={style.facts}>
          <StatusPill tone={planned.paused ? 'warn' : 'quiet'} icon={planned.paused ? IconPlayerPause : IconClock}>
            {planned.paused ? 'Paused' : 'Planned'}
          </StatusPill>
          <Correspondent who={row.to} bookingId={row.bookingId} />
          <span>
            {whenOf(planned.startsAt, now, zone)} · {planned.language}
          </span>
          <time className={style.at} dateTime={row.at}>
            {whenOf(row.at, now, zone)}
          </time>
        </div>
        <div className={style.sentence}>{planned.sentence}</div>
        {row.bookingId && <PlannedActions planned={planned} bookingId={row.bookingId} about={`${row.to.name}, `} />}
      </div>
    </li>
  );
};

const SentRow = ({ row, message }: { row: OutboxRow; message: NonNullable<OutboxRow['message']> }) => {
  const now = useNow();
  const zone = useZone();
  return (
    <li className={style.row} data-row>
      <div className={style.text}>
        <div className={style.facts}>
          <Correspondent who={row.to} bookingId={row.bookingId} />
          <span>
            {row.to.kind === 'interpreter' && 'interpreter · '}
            {row.to.kind === 'staff' && 'colleague · '}
            {row.to.kind === 'supporter' && 'supporter, told in the patient’s place · '}
            {row.title}
          </span>
          <time className={style.at} dateTime={row.at}>
            {whenOf(row.at, now, zone)}
          </time>
        </div>
        <MessageCard message={message} zone={zone} startsOpen={false} />
      </div>
    </li>
  );
};

const Nothing = ({ show }: OutboxFilter) => {
  if (show === 'planned')
    return (
      <Empty icon={IconClock} title="Nothing is planned.">
        As soon as an interpreter accepts, the patient’s confirmation and reminders appear here; each can be paused or sent at once.
      </Empty>
    );
  if (show === 'paused')
    return (
      <Empty icon={IconPlayerPause} title="Nothing is paused.">
        A planned message that must wait, for instance while somebody is being asked, can be paused under Planned.
      </Empty>
    );
  return (
    <Empty icon={IconSend} title="No message is like this.">
      Choose Sent and any channel to see all that left.
    </Empty>
  );
};

export const Outbox = ({ rows, filter }: { rows: OutboxRow[]; filter: OutboxFilter }) =>
  rows.length === 0 ? (
    <Nothing {...filter} />
  ) : (
    <ul className={style.list} ref={rowKeys}>
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </ul>
  );

const Row = ({ row }: { row: OutboxRow }) => {
  if (row.planned) return <PlannedRow row={row} planned={row.planned} />;
  return row.message && <SentRow row={row} message={row.message} />;
};
