import { Autocomplete, Button, Checkbox, Modal, NumberInput, SegmentedControl, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BookingChange, BookingDetail, Modality } from '@dragoman/contracts';
import { bookingQuery, changeBooking } from '../api/bookings';
import { openSitesQuery } from '../api/organisation';
import { ErrorStrip } from '../design/strip';
import { topicChoices } from '../design/topic-words';
import { isAhead, modalityWords } from '../design/words';
import { DateField } from '../fields/date-field';
import { TimeField } from '../fields/time-field';
import { serverNow } from '../time/clock';
import { wallOf } from '../time/wall';
import { changeWords, differencesOf, liftsRequiredWish } from './change-words';
import style from './booking.module.css';

type Props = { booking: BookingDetail; isOpen: boolean; onClose: () => void };

const modalities: Modality[] = ['in-person', 'video', 'phone'];
const genders = [
  { value: 'none', label: 'No wish' },
  { value: 'woman-preferred', label: 'A woman, if possible' },
  { value: 'man-preferred', label: 'A man, if possible' },
  { value: 'woman-required', label: 'A woman, required' },
  { value: 'man-required', label: 'A man, required' },
];

const genderOf = (value: string): BookingChange['gender'] => {
  if (value === 'none') return null;
  const [gender, strength] = value.split('-') as ['woman' | 'man', 'required' | 'preferred'];
  return { gender, strength };
};
const wishValue = (wish: BookingDetail['genderWish'] | undefined): string => (wish ? `${wish.gender}-${wish.strength}` : 'none');

const useChange = (booking: BookingDetail, onDone: () => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: BookingChange) => changeBooking(booking, change),
    onSuccess: (changed) => {
      client.setQueryData(bookingQuery(booking.id).queryKey, changed);
      for (const queryKey of [['today'], ['candidates'], ['relays']]) void client.invalidateQueries({ queryKey });
      onDone();
    },
    // Whoever was faster: what was not touched here then shows as it is now, and what was typed stays.
    onError: () => void client.invalidateQueries({ queryKey: ['booking', booking.id] }),
  });
};

type FieldsProps = { booking: BookingDetail; wanted: BookingChange; want: (part: BookingChange) => void };

const When = ({ booking, wanted, want }: FieldsProps) => {
  const today = wallOf(serverNow().toISOString(), booking.zone).date;
  return (
    <>
      <DateField label="Date" value={wanted.date ?? booking.date} onChange={(date) => want({ date: date ?? booking.date })} today={today} minDate={today} />
      <TimeField label="Start" value={wanted.time ?? booking.time} onChange={(time) => want({ time: time ?? booking.time })} />
      <NumberInput
        label="Length, minutes"
        min={5}
        max={600}
        step={5}
        hideControls
        value={wanted.length ?? booking.length}
        onChange={(length) => want({ length: typeof length === 'number' ? Math.round(length) : booking.length })}
      />
    </>
  );
};

const Where = ({ booking, wanted, want }: FieldsProps) => {
  const { data: sites = [] } = useQuery(openSitesQuery);
  const siteId = wanted.siteId ?? booking.site.id;
  const known = sites.some(({ id }) => id === booking.site.id) ? sites : [{ ...booking.site, rooms: [] }, ...sites];
  const room = wanted.room === undefined ? booking.room : wanted.room;
  return (
    <>
      <Select
        label="Place"
        allowDeselect={false}
        data={known.map(({ id, name }) => ({ value: id, label: name }))}
        value={siteId}
        onChange={(value) => value && want({ siteId: value, room: value === booking.site.id ? booking.room : null })}
      />
      <Autocomplete
        label="Room"
        placeholder="Optional"
        maxLength={40}
        data={known.find(({ id }) => id === siteId)?.rooms ?? []}
        value={room ?? ''}
        onChange={(text) => want({ room: text.trim() === '' ? null : text })}
      />
    </>
  );
};

const Wishes = ({ booking, wanted, want }: FieldsProps) => (
  <>
    <Select
      label="What is it about?"
      placeholder="Not chosen: counts as sensitive"
      clearable
      clearButtonProps={{ 'aria-label': 'Leave blank' }}
      data={topicChoices}
      value={wanted.topic === undefined ? booking.topic : wanted.topic}
      onChange={(topic) => want({ topic: topic as BookingChange['topic'] })}
    />
    <Select
      label="A woman or a man?"
      description="For this appointment."
      allowDeselect={false}
      data={genders}
      value={wishValue(wanted.gender === undefined ? booking.genderWish : wanted.gender)}
      onChange={(value) => value && want({ gender: genderOf(value) })}
    />
  </>
);

const Changing = ({ booking, onClose }: Omit<Props, 'isOpen'>) => {
  const [wanted, setWanted] = useState<BookingChange>({});
  const [isMissing, setMissing] = useState(false);
  const { mutate, isPending, error } = useChange(booking, onClose);
  const want = (part: BookingChange) => setWanted((before) => ({ ...before, ...part }));
  const change = differencesOf(booking, wanted);
  const needsWord = liftsRequiredWish(booking, change);
  const follows = changeWords(booking, change);
  const isNothing = Object.keys(change).length === 0;
  const save = () => {
    const isUnsaid = needsWord && wanted.isPatientsWord !== true;
    setMissing(isUnsaid || isNothing);
    if (!isUnsaid && !isNothing) mutate(change);
  };
  const fields = { booking, wanted, want };
  if (!isAhead(booking.state)) return <p>What was agreed can no longer be changed.</p>;

  return (
    <form
      className={style.dialog}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <When {...fields} />
      <Where {...fields} />
      <SegmentedControl
        aria-label="How the interpreter takes part"
        fullWidth
        data={modalities.map((modality) => ({ value: modality, label: modalityWords[modality].word }))}
        value={wanted.modality ?? booking.modality}
        onChange={(modality) => want({ modality })}
      />
      <Wishes {...fields} />
      {needsWord && (
        <Checkbox
          label={`${booking.patient.name} said so themselves`}
          description="They require it as it is now. Nobody else can lift it."
          checked={wanted.isPatientsWord === true}
          onChange={(event) => want({ isPatientsWord: event.currentTarget.checked })}
          error={isMissing && wanted.isPatientsWord !== true ? 'Ask the patient first.' : null}
        />
      )}
      {follows.length > 0 && (
        <ul className={style.follows} aria-label="What follows">
          {follows.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {isMissing && isNothing && <p role="alert">Nothing is different yet.</p>}
      {error && <ErrorStrip happened="Not changed." error={error} safe="What you typed is kept." />}
      <div className={style.dialogButtons}>
        <Button onClick={onClose}>Keep as it is</Button>
        <Button type="submit" variant="filled" loading={isPending}>
          Save the change
        </Button>
      </div>
    </form>
  );
};

/** What was agreed is agreed anew, and what follows is said before it happens. */
export const ChangeDialog = ({ booking, isOpen, onClose }: Props) => (
  <Modal opened={isOpen} onClose={onClose} title={`Change ${booking.reference}`}>
    <Changing booking={booking} onClose={onClose} />
  </Modal>
);
