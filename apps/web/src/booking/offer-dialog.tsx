import { Button, Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { BookingDetail, PatientConsent } from '@dragoman/contracts';
import { moreCandidatesQuery, offerRelay, offerToMore, relaysOfBookingQuery, whyNotQuery } from '../api/bookings';
import { takeConsent } from '../api/consents';
import { offerWords } from '../book/appointment';
import { Candidates } from '../book/candidates';
import { Relays } from '../book/relays';
import { useRelay } from '../book/use-relay';
import { ConsentGroup } from '../consent/consent-group';
import { needsOnlyConsent } from '../consent/consent-words';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { HeardYes } from './heard-yes';
import style from './booking.module.css';

type Props = { booking: BookingDetail; isOpen: boolean; onClose: () => void };

const Choosing = ({ booking, onClose }: Omit<Props, 'isOpen'>) => {
  const client = useQueryClient();
  const [chosen, setChosen] = useState<string[]>([]);
  const { data: list, error, refetch } = useQuery(moreCandidatesQuery(booking.id));
  const relay = useRelay(relaysOfBookingQuery(booking.id), booking.relay !== null || list?.possible.length === 0);
  const offering = useMutation({
    mutationFn: () => (relay.chosen ? offerRelay(booking.id, relay.chosen) : offerToMore(booking.id, chosen)),
    onSuccess: (detail) => {
      client.setQueryData(['booking', booking.id], detail);
      void client.invalidateQueries({ queryKey: ['today'] });
      onClose();
    },
  });
  const taking = useMutation({
    mutationFn: (consent: PatientConsent) => takeConsent(booking.id, consent),
    onSuccess: (detail) => {
      client.setQueryData(['booking', booking.id], detail);
      void client.invalidateQueries({ queryKey: ['candidates', 'booking', booking.id] });
    },
  });
  const waiting = booking.consents
    .filter(({ state }) => state === 'waits-for-coordinator')
    .map(({ interpreterVariety, how }) => ({ interpreterVariety, how, alternativesId: null, standing: false }));
  const [isHeard, setHeard] = useState(false);
  const candidates = list?.possible.filter(({ interpreterId }) => chosen.includes(interpreterId)) ?? [];

  const [only] = candidates;
  if (isHeard && only) return <HeardYes booking={booking} candidate={only} onBack={() => setHeard(false)} onDone={onClose} />;

  return (
    <>
      <div className={style.dialogList}>
        {error && !list && (
          <ErrorStrip happened="No list." error={error} safe="Nothing was offered." retry={{ run: () => void refetch() }} />
        )}
        {!list && !error && <Skeletons rows={4} height={60} />}
        {list && (
          <Candidates
            list={{ ...list, notPossible: list.notPossible.filter((one) => !needsOnlyConsent(one)) }}
            chosen={chosen}
            onChoose={(ids) => {
              relay.pick(null);
              setChosen(ids);
            }}
            ask={(id) => whyNotQuery({ bookingId: booking.id }, id)}
            between={
              <ConsentGroup
                about={{ bookingId: booking.id }}
                own={booking.language.name}
                people={list.notPossible.filter(needsOnlyConsent)}
                given={waiting}
                isBusy={taking.isPending}
                error={taking.error}
                onAgree={(consent) => taking.mutate(consent)}
              />
            }
          />
        )}
        {list && (
          <Relays
            {...relay}
            length={booking.length}
            onOpen={relay.open}
            onChoose={(choice) => {
              relay.pick(choice);
              setChosen([]);
            }}
          />
        )}
      </div>
      {offering.error && <ErrorStrip happened="Not offered." error={offering.error} safe="Earlier offers stand." />}
      <div className={style.dialogButtons}>
        <Button onClick={onClose}>Close</Button>
        <Button disabled={candidates.length !== 1} onClick={() => setHeard(true)}>
          They already said yes
        </Button>
        <Button
          variant="filled"
          leftSection={<IconSend size={16} stroke={1.8} aria-hidden />}
          disabled={candidates.length === 0 && relay.chosen === null}
          loading={offering.isPending}
          onClick={() => offering.mutate()}
        >
          {relay.chosen ? 'Offer to both' : offerWords(candidates, false)}
        </Button>
      </div>
    </>
  );
};

export const OfferDialog = ({ booking, isOpen, onClose }: Props) => (
  <Modal
    opened={isOpen && (booking.state === 'requested' || booking.state === 'offering')}
    onClose={onClose}
    size={720}
    title={`Offer ${booking.reference} to more interpreters`}
  >
    <Choosing booking={booking} onClose={onClose} />
  </Modal>
);
