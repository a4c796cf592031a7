import { Button, Modal, SegmentedControl } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BookingDetail, EmergencyView, Modality, ReplaceNow } from '@dragoman/contracts';
import { emergencyQuery, replaceNow } from '../api/attendance';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { useNow } from '../time/clock';
import { EndWithout } from './end-without';
import style from './attendance.module.css';

type Props = {
  booking: BookingDetail;
  why: ReplaceNow['why'];
  /** Somebody did not come: it may end there. */
  mayEnd: boolean;
  isOpen: boolean;
  onClose: () => void;
};

const wayWords: Record<Modality, string> = { phone: 'By phone', video: 'By video', 'in-person': 'In person' };

const Free = ({ way }: { way: EmergencyView['ways'][number] }) =>
  way.free.length === 0 ? (
    <p className={style.line}>Nobody who fits is free {wayWords[way.modality].toLowerCase()} now. Try another way.</p>
  ) : (
    <ul className={style.free} aria-label={`Free now, ${wayWords[way.modality].toLowerCase()}`}>
      {way.free.slice(0, 8).map(({ interpreterId, displayName, phone, travelMinutes }) => (
        <li key={interpreterId}>
          <b>{displayName}</b>
          <span>
            {travelMinutes !== null && `${travelMinutes} min away · `}
            <a href={`tel:${phone}`}>{phone}</a>
          </span>
        </li>
      ))}
    </ul>
  );

const Choice = ({ booking, why, view, onClose }: Omit<Props, 'isOpen' | 'mayEnd'> & { view: EmergencyView }) => {
  const client = useQueryClient();
  const [modality, setModality] = useState<Modality>(view.ways.find(({ free }) => free.length > 0)?.modality ?? view.ways[0]?.modality ?? 'phone');
  const way = view.ways.find((one) => one.modality === modality) ?? { modality, free: [] };
  const replacing = useMutation({
    mutationFn: () => replaceNow(booking.id, { why, modality }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['booking', booking.id] });
      void client.invalidateQueries({ queryKey: ['today'] });
      onClose();
    },
    onError: () => void client.invalidateQueries({ queryKey: ['booking', booking.id] }),
  });
  const who = booking.interpreter?.displayName;
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label="How"
        value={modality}
        onChange={(value) => setModality(value as Modality)}
        data={view.ways.map((one) => ({ value: one.modality, label: `${wayWords[one.modality]} (${one.free.length})` }))}
      />
      <Free way={way} />
      <p className={style.line}>
        {who && (why === 'absent' ? `${who} is marked as absent and is free. ` : `${who} is free from now on, and is told. `)}
        {way.free.length === 1 ? 'They are asked by text.' : 'All of them are asked at once by text, and the first to accept gets it.'} Every rule and wish still holds. You can call them as well.
      </p>
      {replacing.error && <ErrorStrip happened="Nobody was asked." error={replacing.error} safe="The booking stands as it was." />}
      <div className={style.absent}>
        <Button onClick={onClose}>Go back</Button>
        <Button variant="filled" disabled={way.free.length === 0 && who === undefined} loading={replacing.isPending} onClick={() => replacing.mutate()}>
          {way.free.length === 0 ? 'Free them and look further' : way.free.length === 1 ? `Ask ${way.free[0]?.displayName ?? 'them'} now` : `Ask all ${way.free.length} now`}
        </Button>
      </div>
    </>
  );
};

/** One step: whoever is lost is free, and everybody who can be there in time is asked. */
export const EmergencyDialog = (props: Props) => {
  const { booking, mayEnd, isOpen, onClose } = props;
  const isOver = useNow() >= new Date(booking.endsAt);
  const { data: view, error, refetch } = useQuery({ ...emergencyQuery(booking.id), enabled: isOpen && !isOver });
  return (
    <Modal opened={isOpen} onClose={onClose} title={isOver ? 'The interpreter did not come' : 'Find somebody now'}>
      {isOver && <p className={style.line}>The time of this appointment is over, so nobody else can be found for it.</p>}
      {error && <ErrorStrip happened="Who is free could not be shown." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />}
      {!view && !error && !isOver && <Skeletons rows={4} height={40} />}
      {view && !isOver && <Choice {...props} view={view} />}
      {mayEnd && <EndWithout booking={booking} onDone={onClose} />}
    </Modal>
  );
};
