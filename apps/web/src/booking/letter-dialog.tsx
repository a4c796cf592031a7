import { Button, Modal, SegmentedControl } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconMail, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { BookingDetail, LetterLayout, LetterQuery } from '@dragoman/contracts';
import { letterAddress, letterQuery, postLetter } from '../api/letters';
import { useMay } from '../api/session';
import { LetterView } from '../design/letter-view';
import { ErrorStrip, Strip } from '../design/strip';
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

/** Shows what the letter says before it is printed; the file opens in a tab of its own, where the browser prints it. What is posted waits in the print queue. */
export const LetterDialog = ({ booking, isOpen, onClose }: Props) => {
  const [goes, setGoes] = useState<LetterQuery['goes']>('by-hand');
  const [chosen, setChosen] = useState<LetterLayout | undefined>();
  const client = useQueryClient();
  const mayPost = useMay()('bookings.write');
  const wish: LetterQuery = { goes, ...(chosen && { layout: chosen }) };
  const { data: shown, error, refetch } = useQuery({ ...letterQuery(booking.id, wish), enabled: isOpen, retry: false });
  const posting = useMutation({
    mutationFn: (layout: LetterLayout) => postLetter(booking.id, { layout }),
    onSuccess: (detail) => {
      client.setQueryData(['booking', booking.id], detail);
      void client.invalidateQueries({ queryKey: ['messages'] });
      notifications.show({ title: 'In the print queue', message: 'Print it under Messages, and say there that it was posted.', color: 'teal' });
      onClose();
    },
  });
  const isPosted = goes === 'by-post' && (shown?.address.length ?? 0) > 0;

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
        {isPosted && !error && <p>To {shown?.address.join(', ')}.</p>}
        {goes === 'by-post' && shown && !isPosted && !error && (
          <Strip tone="quiet">No postal address is recorded. Ask for it in private, and who opens the post there, and write it in the profile; the letter then waits in the print queue.</Strip>
        )}
        {posting.error && <ErrorStrip happened="Not in the print queue." error={posting.error} safe="Nothing is posted." />}
        <div className={style.dialogButtons}>
          <Button onClick={onClose}>Close</Button>
          {shown && !error && isPosted && mayPost && (
            <Button
              variant="filled"
              loading={posting.isPending}
              onClick={() => posting.mutate(chosen ?? shown.layout)}
              leftSection={<IconMail size={16} stroke={1.8} aria-hidden />}
            >
              Add to print queue
            </Button>
          )}
          {shown && !error && !isPosted && (
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
