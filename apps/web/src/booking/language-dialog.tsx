import { Button, Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { BookingDetail } from '@dragoman/contracts';
import { bookingQuery, changeBooking } from '../api/bookings';
import { patientQuery } from '../api/patients';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { isAhead, statusOf } from '../design/words';
import { PatientLanguageField } from '../fields/patient-language-field';
import type { PatientLanguage } from '../fields/patient-languages';
import { isRelayUnderWay, languageChangeWords } from './language-change-words';
import style from './booking.module.css';

type Props = { booking: BookingDetail; isOpen: boolean; onClose: () => void };

const useChange = (booking: BookingDetail, onDone: () => void) => {
  const client = useQueryClient();
  const changing = useMutation({
    mutationFn: (varietyId: string) => changeBooking(booking, { varietyId }),
    onSuccess: (changed) => {
      client.setQueryData(bookingQuery(booking.id).queryKey, changed);
      for (const queryKey of [['today'], ['candidates'], ['relays']]) void client.invalidateQueries({ queryKey });
      onDone();
    },
    // Whoever was faster, the dialog then shows what became of the booking and of the profile.
    onError: () => {
      void client.invalidateQueries({ queryKey: ['booking', booking.id] });
      void client.invalidateQueries({ queryKey: ['patient', booking.patient.id] });
    },
  });
  // Where the answer alone was lost, the booking already is in that language.
  const error = changing.variables === booking.language.varietyId ? null : changing.error;
  return { ...changing, error };
};

const ProfileLink = ({ booking }: { booking: BookingDetail }) => (
  <Link to="/patients/$patientId" params={{ patientId: booking.patient.id }}>
    Open their profile
  </Link>
);

type BodyProps = Omit<Props, 'isOpen'> & { failure: ReactNode };

const Closing = ({ failure, onClose, children }: Omit<BodyProps, 'booking'> & { children: ReactNode }) => (
  <>
    <p>{children}</p>
    {failure}
    <div className={style.dialogButtons}>
      <Button variant="filled" onClick={onClose}>
        Close
      </Button>
    </div>
  </>
);

type ChoosingProps = BodyProps & { others: PatientLanguage[]; isBusy: boolean; onChange: (varietyId: string) => void };

const Choosing = ({ booking, others, isBusy, failure, onChange, onClose }: ChoosingProps) => {
  const [wanted, setWanted] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const chosen = others.find(({ varietyId, isBookable }) => isBookable && varietyId === wanted);
  const change = () => {
    setMissing(!chosen);
    if (chosen) onChange(chosen.varietyId);
  };
  return (
    <>
      <PatientLanguageField
        label={`Instead of ${booking.language.name}`}
        placeholder="Choose a language of the profile"
        languages={others}
        value={chosen?.varietyId ?? null}
        onChange={setWanted}
        error={isMissing && !chosen ? 'Choose a language.' : null}
      />
      <p className={style.nothing}>
        Another one? It has to stand in the patient’s profile first. <ProfileLink booking={booking} />
      </p>
      <ul className={style.follows} aria-label="What follows">
        {languageChangeWords(booking).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {failure}
      <div className={style.dialogButtons}>
        <Button onClick={onClose}>Keep {booking.language.name}</Button>
        <Button variant="filled" loading={isBusy} onClick={change}>
          {chosen ? `Change to ${chosen.name}` : 'Change language'}
        </Button>
      </div>
    </>
  );
};

const Changing = ({ booking, onClose }: Omit<Props, 'isOpen'>) => {
  const { data: patient, error, refetch } = useQuery(patientQuery(booking.patient.id));
  const { mutate, isPending, error: refused } = useChange(booking, onClose);
  const failure = refused && <ErrorStrip happened="Not changed." error={refused} safe={isAhead(booking.state) ? 'Your choice is kept.' : 'It is shown as it is now.'} />;
  const body = { booking, onClose, failure };

  if (!isAhead(booking.state)) {
    return <Closing {...body}>Its language can no longer be changed: the booking is {statusOf(booking).word.toLowerCase()}.</Closing>;
  }
  if (isRelayUnderWay(booking)) {
    return (
      <Closing {...body}>
        Two interpreters are asked or booked for a relay, and were found for this language. It can be changed when the relay has
        come to nothing; or cancel this booking and book again.
      </Closing>
    );
  }
  if (!patient) {
    if (!error) return <Skeletons rows={2} height={40} label="Loading the languages" />;
    return <ErrorStrip happened="No languages." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />;
  }
  const others = patient.languages.filter(({ role, varietyId }) => role !== 'reads' && varietyId !== booking.language.varietyId);
  if (others.some(({ isBookable }) => isBookable)) {
    return <Choosing {...body} others={others} isBusy={isPending} onChange={mutate} />;
  }
  return (
    <Closing {...body}>
      {patient.name}’s profile has no other language that an interpreter may be booked in: one that they speak or sign, and said
      themselves is enough to talk to a doctor. Write it down there first: <ProfileLink booking={booking} />
    </Closing>
  );
};

/** Another language of the patient's, and what follows from it, said before it happens. */
export const LanguageDialog = ({ booking, isOpen, onClose }: Props) => (
  <Modal opened={isOpen} onClose={onClose} title={`Change the language of ${booking.reference}?`}>
    <div className={style.dialog}>
      <Changing booking={booking} onClose={onClose} />
    </div>
  </Modal>
);
