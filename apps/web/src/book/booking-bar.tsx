import { Button } from '@mantine/core';
import { IconPlayerPlay, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Candidate, SearchWay, Staffing } from '@dragoman/contracts';
import { policyQuery } from '../api/organisation';
import { ErrorStrip } from '../design/strip';
import { offerWords } from './appointment';
import { whoGetsIt } from './staffing';
import style from './book.module.css';

type Props = {
  chosen: Candidate[];
  /** Who is chosen for a relay; then that is what is offered. */
  relay: string | null;
  isProposal: boolean;
  staffing: Staffing;
  isReady: boolean;
  isBusy: boolean;
  error: unknown;
  onOffer: () => void;
  onSave: () => void;
  /** It finds somebody by itself. */
  onRun: (way: SearchWay) => void;
};

/** What it does when it is let run; the organisation's own way, if it has one. */
const useRun = (): { way: SearchWay; words: string } => {
  const filling = useQuery(policyQuery).data?.policy.filling;
  const way = filling && filling.way !== 'by-hand' ? filling.way : 'waves';
  const first = filling ? `the best ${filling.waveSize}` : 'the best';
  const words = {
    waves: `Let it run asks ${first} now, then the next.`,
    broadcast: 'Let it run asks everybody who is possible.',
    'in-house': 'Let it run books one of our own, or asks others.',
  };
  return { way, words: words[way] };
};

/** The decision, always in reach. */
export const BookingBar = ({ chosen, relay, isProposal, staffing, isReady, isBusy, error, onOffer, onSave, onRun }: Props) => {
  const run = useRun();
  const said = () => {
    if (relay !== null) return 'Booked when both sides have accepted; nobody is booked by silence.';
    if (chosen.length > 0) return `${whoGetsIt(staffing)} Nobody is booked by silence. ${run.words}`;
    if (isReady) return `Tick somebody, or save and let a coordinator find an interpreter. ${run.words}`;
    return 'Choose patient, date, start and place; interpreters appear as you type.';
  };
  return (
    <section className={style.bar} aria-label="Decision">
      {error !== null && error !== undefined && (
        <div className={style.barError}>
          <ErrorStrip happened="Not booked." error={error} safe="Nothing was sent and the draft is kept." />
        </div>
      )}
      <div className={style.barRow}>
        <div className={style.barText} aria-live="polite">
          <b>{relay ?? (chosen.length > 0 ? chosen.map(({ displayName }) => displayName).join(', ') : 'Nobody chosen')}</b>
          <span>{said()}</span>
        </div>
        <Button h={40} onClick={onSave} disabled={!isReady || isBusy}>
          Save without offering
        </Button>
        {relay === null && (
          <Button h={40} leftSection={<IconPlayerPlay size={16} stroke={1.8} aria-hidden />} onClick={() => onRun(run.way)} disabled={!isReady || isBusy}>
            Let it run
          </Button>
        )}
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
};
