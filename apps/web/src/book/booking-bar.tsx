import { Button } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import type { Candidate } from '@dragoman/contracts';
import { ErrorStrip } from '../design/strip';
import { offerWords } from './appointment';
import style from './book.module.css';

type Props = {
  chosen: Candidate[];
  /** Who is chosen for a relay; then that is what is offered. */
  relay: string | null;
  isProposal: boolean;
  isReady: boolean;
  isBusy: boolean;
  error: unknown;
  onOffer: () => void;
  onSave: () => void;
};

/** The decision, always in reach. */
export const BookingBar = ({ chosen, relay, isProposal, isReady, isBusy, error, onOffer, onSave }: Props) => (
  <section className={style.bar} aria-label="Decision">
    {error !== null && error !== undefined && (
      <div className={style.barError}>
        <ErrorStrip happened="Not booked." error={error} safe="Nothing was sent and the draft is kept." />
      </div>
    )}
    <div className={style.barRow}>
      <div className={style.barText} aria-live="polite">
        <b>{relay ?? (chosen.length > 0 ? chosen.map(({ displayName }) => displayName).join(', ') : 'Nobody chosen')}</b>
        <span>
          {relay !== null
            ? 'Booked when both sides have accepted; nobody is booked by silence.'
            : chosen.length > 0
            ? 'First to accept gets the job. Nobody is booked by silence.'
            : isReady
              ? 'Tick somebody, or save and let a coordinator find an interpreter.'
              : 'Choose patient, date, start and place; interpreters appear as you type.'}
        </span>
      </div>
      <Button h={40} onClick={onSave} disabled={!isReady || isBusy}>
        Save without offering
      </Button>
      <Button
        h={40}
        variant="filled"
        leftSection={<IconSend size={16} stroke={1.8} aria-hidden />}
        onClick={onOffer}
        disabled={!isReady || (relay === null && chosen.length === 0)}
        loading={isBusy}
      >
        {relay === null ? offerWords(chosen, isProposal) : 'Offer to both'}
      </Button>
    </div>
  </section>
);
