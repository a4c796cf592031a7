import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconClockQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import type { AttendanceView, Attest, AttestedMark, BookingDetail } from '@dragoman/contracts';
import { attendanceQuery, attest, takeBack } from '../api/attendance';
import { useMay } from '../api/session';
import { Card, CardHead } from '../design/card';
import { QuietButton } from '../design/quiet-button';
import { ErrorStrip, Strip } from '../design/strip';
import { TimeField } from '../fields/time-field';
import { useNow } from '../time/clock';
import { wallOf } from '../time/wall';
import { ConcernList } from './concern-list';
import { InAHurry, isHurried } from './in-a-hurry';
import { ClinicianLinkCard, LinksStillOpen } from './clinician-link';
import style from './attendance.module.css';

type Step = 'arrived' | 'started' | 'finished';

const steps: { kind: Step; name: string; now: string }[] = [
  { kind: 'arrived', name: 'Interpreter arrived', now: 'They are here' },
  { kind: 'started', name: 'Started', now: 'Started now' },
  { kind: 'finished', name: 'Finished', now: 'Finished now' },
];

type RowProps = {
  step: (typeof steps)[number];
  marks: AttestedMark[];
  zone: string;
  mayWrite: boolean;
  isPending: boolean;
  onSay: (said: Attest) => void;
  onTakeBack: (markId: string) => void;
};

const ClinicCell = ({ step, own, zone, mayWrite, isPending, onSay, onTakeBack }: Omit<RowProps, 'marks'> & { own: AttestedMark | undefined }) => {
  const [isMending, setMending] = useState(false);
  const [time, setTime] = useState<string | null>(null);
  const save = () => {
    onSay({ kind: step.kind, at: time });
    setMending(false);
  };
  if (isMending)
    return (
      <div className={style.mend}>
        <TimeField aria-label={`${step.name} at, on the clock of the site`} value={time} onChange={setTime} data-autofocus />
        <Button size="xs" variant="filled" disabled={time === null} onClick={save}>
          Save
        </Button>
        <QuietButton onClick={() => setMending(false)}>Leave it</QuietButton>
      </div>
    );
  return (
    <>
      {own ? (
        <b title={`Said by ${own.by}`}>{wallOf(own.at, zone).time}</b>
      ) : (
        mayWrite && (
          <Button size="xs" loading={isPending} onClick={() => onSay({ kind: step.kind })}>
            {step.now}
          </Button>
        )
      )}
      {mayWrite && (
        <span className={style.more}>
          <QuietButton aria-label={`${step.name}: another time`} onClick={() => setMending(true)}>
            Another time
          </QuietButton>
          {own && (
            <QuietButton aria-label={`${step.name}: take back`} onClick={() => onTakeBack(own.id)}>
              Take back
            </QuietButton>
          )}
        </span>
      )}
    </>
  );
};

const Row = ({ marks, ...props }: RowProps) => {
  const { step, zone } = props;
  const own = marks.find(({ side, kind }) => side === 'clinic' && kind === step.kind);
  const theirs = marks.filter(({ side, kind }) => side === 'interpreter' && kind === step.kind);
  return (
    <tr>
      <th scope="row">{step.name}</th>
      <td data-label="Clinic">
        <ClinicCell {...props} own={own} />
      </td>
      <td data-label="Interpreter">
        {theirs.length === 0 ? <span className={style.nothing}>not said</span> : theirs.map(({ id, at }) => <b key={id}>{wallOf(at, zone).time}</b>)}
      </td>
    </tr>
  );
};

const whoIsAbsent = ({ kind, interpreterName }: AttestedMark): string => (kind === 'patient-absent' ? 'The patient' : (interpreterName ?? 'The interpreter'));

const Absent = ({ view, zone, mayWrite, isPending, onSay, onTakeBack }: Omit<RowProps, 'step' | 'marks'> & { view: AttendanceView }) => {
  const isTime = useNow() >= new Date(view.absentFrom);
  const said = view.marks.filter((mark) => mark.kind === 'patient-absent' || mark.kind === 'interpreter-absent');
  if (said.length > 0)
    return said.map((mark) => {
      const { id, kind, at, by, side } = mark;
      return (
      <p key={id} className={style.line}>
        <b>{whoIsAbsent(mark)} did not come</b>, said by {by} at {wallOf(at, zone).time}.{' '}
        {mayWrite && side === 'clinic' && kind === 'patient-absent' && <QuietButton onClick={() => onTakeBack(id)}>They came after all</QuietButton>}
      </p>
      );
    });
  if (view.marks.some(({ kind }) => kind === 'started') || !mayWrite) return null;
  if (!isTime) return <p className={style.line}>From {wallOf(view.absentFrom, zone).time} on, somebody who is not here can be marked as absent.</p>;
  return (
    <div className={style.absent}>
      <Button size="xs" loading={isPending} onClick={() => onSay({ kind: 'patient-absent' })}>
        The patient did not come
      </Button>
    </div>
  );
};

const Attended = ({ booking, view }: { booking: BookingDetail; view: AttendanceView }) => {
  const client = useQueryClient();
  const mayWrite = useMay()('bookings.write') && booking.state !== 'interpreter-absent';
  const done = (changed: AttendanceView) => {
    client.setQueryData(attendanceQuery(booking.id).queryKey, changed);
    void client.invalidateQueries({ queryKey: ['booking', booking.id] });
    void client.invalidateQueries({ queryKey: ['today'] });
  };
  const saying = useMutation({ mutationFn: (said: Attest) => attest(booking.id, said), onSuccess: done });
  const taking = useMutation({ mutationFn: (markId: string) => takeBack(booking.id, markId), onSuccess: done });
  const error = saying.error ?? taking.error;
  const of = {
    zone: booking.zone,
    mayWrite,
    isPending: saying.isPending,
    onSay: (said: Attest) => {
      taking.reset();
      saying.mutate(said);
    },
    onTakeBack: (markId: string) => {
      saying.reset();
      taking.mutate(markId);
    },
  };
  return (
    <>
      {view.disagreements.map((sentence) => (
        <Strip key={sentence} tone="warn" icon={IconClockQuestion}>
          {sentence} Ask both, then correct the time that is wrong.
        </Strip>
      ))}
      <table className={style.table} aria-label="What both sides say">
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">Clinic</th>
            <th scope="col">Interpreter</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <Row key={step.kind} step={step} marks={view.marks} {...of} />
          ))}
        </tbody>
      </table>
      <Absent view={view} {...of} />
      {error && <ErrorStrip happened="Not saved." error={error} safe="" />}
    </>
  );
};

const attended: readonly BookingDetail['state'][] = ['confirmed', 'in-progress', 'completed', 'patient-absent', 'interpreter-absent'];
const linked: readonly BookingDetail['state'][] = ['requested', 'offering', 'confirmed', 'in-progress'];

/** On the day: who is here, when it began and ended, as both sides say it. */
export const AttendanceCard = ({ booking }: { booking: BookingDetail }) => {
  const now = useNow();
  const mayWrite = useMay()('bookings.write');
  const { data: view, error, refetch } = useQuery(attendanceQuery(booking.id));
  const isOpen = view && attended.includes(booking.state) && (now >= new Date(view.opensAt) || view.marks.length > 0);
  const isPressing = view && mayWrite && isHurried(booking, view, now);
  const isLinked = mayWrite && linked.includes(booking.state);
  const isToEnd = view && mayWrite && !isLinked && view.hasOpenLinks;
  if (!isOpen && !isLinked && !isPressing && !isToEnd && !error) return null;
  return (
    <Card label="On the day">
      <CardHead title="On the day" />
      {error && <ErrorStrip happened="What was said on the day could not be shown." error={error} safe="" retry={{ run: () => void refetch() }} />}
      <ConcernList bookingId={booking.id} zone={booking.zone} />
      {isOpen && <Attended booking={booking} view={view} />}
      {isPressing && <InAHurry booking={booking} view={view} />}
      {isLinked && <ClinicianLinkCard bookingId={booking.id} zone={booking.zone} />}
      {isToEnd && <LinksStillOpen bookingId={booking.id} />}
    </Card>
  );
};
