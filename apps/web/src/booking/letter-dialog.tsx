import { Button, Modal, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { BookingDetail, LetterLayout, LetterQuery } from '@dragoman/contracts';
import { letterAddress, letterQuery } from '../api/letters';
import { LetterView } from '../design/letter-view';
import { ErrorStrip } from '../design/strip';
import style from './booking.module.css';

type Props = { booking: BookingDetail; isOpen: boolean; onClose: () => void };

const ways: { value: LetterQuery['goes']; label: string }[] = [
  { value: 'by-hand', label: 'I hand it over' },
  { value: 'by-post', label: 'It is posted' },
];

const layouts: { value: LetterLayout; label: string }[] = [
  { value: 'standard', label: 'Standard' },
  { value: 'large-print', label: 'Large print' },
  { value: 'easy-read', label: 'Easy read' },
];

/** Shows what the letter says before it is printed; the file opens in a tab of its own, where the browser prints it. */
export const LetterDialog = ({ booking, isOpen, onClose }: Props) => {
  const [goes, setGoes] = useState<LetterQuery['goes']>('by-hand');
  const [chosen, setChosen] = useState<LetterLayout | undefined>();
  const wish: LetterQuery = { goes, ...(chosen && { layout: chosen }) };
  const { data: shown, error, refetch } = useQuery({ ...letterQuery(booking.id, wish), enabled: isOpen, retry: false });

  return (
    <Modal opened={isOpen} onClose={onClose} title={`A letter for ${booking.patient.name}`} size="lg">
      <div className={style.dialog}>
        <SegmentedControl aria-label="How it reaches them" fullWidth data={ways} value={goes} onChange={(value) => setGoes(value)} />
        <SegmentedControl
          aria-label="How it is printed"
          fullWidth
          data={layouts}
          value={chosen ?? shown?.layout ?? 'standard'}
          onChange={(value) => setChosen(value)}
        />
        {error ? (
          <ErrorStrip happened="No letter." error={error} safe="Nothing was printed." retry={{ run: () => void refetch() }} />
        ) : (
          shown && <LetterView letter={shown} />
        )}
        <div className={style.dialogButtons}>
          <Button onClick={onClose}>Close</Button>
          {shown && !error && (
            <Button
              component="a"
              variant="filled"
              href={letterAddress(booking.id, { goes, layout: chosen ?? shown.layout })}
              target="_blank"
              rel="noopener"
              leftSection={<IconPrinter size={16} stroke={1.8} aria-hidden />}
            >
              Open to print
            </Button>
          )}
        </div>
      </div>
    </Modal>
  );
};
