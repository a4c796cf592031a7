import { Button, SegmentedControl } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { QueuedLetter } from '@dragoman/contracts';
import { printAddress, type PrintQueueShow } from '../api/letters';
import { useMay } from '../api/session';
import { ErrorStrip } from '../design/strip';
import { useLetterMark } from './use-letter-mark';
import style from './messages.module.css';

const shows: { value: PrintQueueShow; label: string }[] = [
  { value: 'in-hand', label: 'To do' },
  { value: 'posted', label: 'Posted' },
];

/** As many as are marked at once. */
const MOST = 100;

const idsIn = (letters: QueuedLetter[], state: QueuedLetter['state']): string[] => letters.filter((letter) => letter.state === state).slice(0, MOST).map(({ id }) => id);

const Pile = ({ letters }: { letters: QueuedLetter[] }) => {
  const [toPrint, printed] = [idsIn(letters, 'to-print'), idsIn(letters, 'printed')];
  const printing = useLetterMark(toPrint);
  const posting = useLetterMark(printed);
  const error = printing.error ?? posting.error;
  return (
    <>
      <div>
        {toPrint.length > 1 && (
          <>
            <Button component="a" href={printAddress(toPrint)} target="_blank" rel="noopener" leftSection={<IconPrinter size={16} stroke={1.8} aria-hidden />}>
              Open all {toPrint.length} to print
            </Button>
            <Button loading={printing.isPending} onClick={printing.press({ from: 'to-print', to: 'printed' })}>
              All {toPrint.length} are printed
            </Button>
          </>
        )}
        {printed.length > 1 && (
          <Button loading={posting.isPending} onClick={posting.press({ from: 'printed', to: 'posted' })}>
            All {printed.length} printed are posted
          </Button>
        )}
      </div>
      {error && <ErrorStrip happened="Not marked." error={error} safe="The letters are as they were." />}
    </>
  );
};

type Props = { show: PrintQueueShow; letters: QueuedLetter[]; onShow: (show: PrintQueueShow) => void };

/** What is shown, and what is done with all of them at once. */
export const PrintQueueBar = ({ show, letters, onShow }: Props) => {
  const mayWrite = useMay()('bookings.write');
  return (
    <div className={style.pile}>
      <SegmentedControl aria-label="Letters" data={shows} value={show} onChange={(value) => onShow(value)} />
      {mayWrite && show === 'in-hand' && <Pile letters={letters} />}
    </div>
  );
};
