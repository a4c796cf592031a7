import { IconCheck, IconClockExclamation, IconCloudOff, IconMapPinCheck, IconUserOff } from '@tabler/icons-react';
import { type MouseEvent, useRef, useState } from 'react';
import type { MyJob, MyStep } from '@dragoman/contracts';
import { useNow } from '../time/clock';
import { wallOf } from '../time/wall';
import { dayOf, instantAt, type Said } from './day';
import style from './day.module.css';
import { jobWords as say } from './job-words';
import { Note, Press, Status } from './parts';
import { Sheet } from './sheet';
import parts from './parts.module.css';
import { type TapOnItsWay, useDismissTap, useTap, useTaps } from './taps';
import { stepWords } from './fact-words';
import { words } from './words';

const stateWords = { known: null, waiting: words.network.waits, sending: words.network.sending } as const;

const SaidStep = ({ said, zone }: { said: Said; zone: string }) => (
  <p className={style.said} data-state={said.state}>
    {said.state === 'waiting' ? <IconCloudOff size={20} stroke={2} aria-hidden /> : <IconCheck size={20} stroke={2} aria-hidden />}
    <span>
      <b>
        {stepWords[said.kind].said} {wallOf(said.at, zone).time}
      </b>
      {stateWords[said.state] && ` · ${stateWords[said.state]}`}
    </span>
  </p>
);

const LateSheet = ({ onLate, onClose }: { onLate: (minutes: number) => void; onClose: () => void }) => (
  <Sheet title={say.lateTitle} onClose={onClose}>
    <Note>{say.lateNote}</Note>
    <div className={style.three}>
      {[10, 20, 30].map((minutes) => (
        <Press
          key={minutes}
          onClick={() => {
            onLate(minutes);
            onClose();
          }}
        >
          {say.lateMinutes(minutes)}
        </Press>
      ))}
    </div>
    <Press kind="quiet" onClick={onClose}>
      {words.close}
    </Press>
  </Sheet>
);

const correctable: MyStep[] = ['arrived', 'started', 'finished'];

type OtherTimeProps = { job: MyJob; said: readonly Said[]; onSay: (kind: MyStep, at: string) => void; onClose: () => void };

/** For whoever tapped late; of two times the earlier stands. */
const OtherTimeSheet = ({ job, said, onSay, onClose }: OtherTimeProps) => {
  const [isLater, setLater] = useState(false);
  const startTime = wallOf(job.startsAt, job.zone).time;
  const [kind, setKind] = useState<MyStep>('arrived');
  const [time, setTime] = useState(startTime);
  return (
    <Sheet title={say.otherTime} onClose={onClose}>
      <label className={parts.field}>
        <span>{say.otherTimeWhat}</span>
        <select value={kind} onChange={({ target }) => setKind(correctable.find((one) => one === target.value) ?? 'arrived')}>
          {correctable.map((one) => (
            <option key={one} value={one}>
              {stepWords[one].press}
            </option>
          ))}
        </select>
      </label>
      <label className={parts.field}>
        <span>{say.otherTimeAt}</span>
        <input type="time" required value={time} onChange={({ target }) => setTime(target.value)} />
      </label>
      <p role="alert" className={parts.wrong} hidden={!isLater}>
        {isLater && say.otherTimeLater}
      </p>
      <Press
        kind="filled"
        onClick={() => {
          if (time === '') return;
          const at = instantAt(job, startTime, time);
          const before = said.find((one) => one.kind === kind);
          if (before && before.at <= at) return setLater(true);
          onSay(kind, at);
          onClose();
        }}
      >
        {say.otherTimeSave}
      </Press>
      <Press kind="quiet" onClick={onClose}>
        {words.close}
      </Press>
    </Sheet>
  );
};

const tapName = ({ kind }: TapOnItsWay): string => (kind === 'late' ? say.late : stepWords[kind].press);

/** What the server did not take, in its words, until it was read. */
export const Refusals = ({ zone, offerId }: { zone: string; offerId?: string }) => {
  const dismiss = useDismissTap();
  const refused = useTaps().filter((tap) => tap.isRefused && (offerId === undefined || tap.offerId === offerId));
  return refused.map((tap) => (
    <Status key={tap.key} tone="bad" role="alert" heading={say.refused(tapName(tap), wallOf(tap.at, zone).time)} actions={<Press onClick={() => dismiss(tap.key)}>{say.read}</Press>}>
      {tap.refusal}
    </Status>
  ));
};

/** The next step takes the place of the one that was tapped, and a finger that taps twice means one. */
const TWICE_MS = 800;

/** What was said of the session and the one thing to say next; works without network. */
export const DayPanel = ({ job, interpreterId, isWhole = false }: { job: MyJob; interpreterId: string; isWhole?: boolean }) => {
  const taps = useTaps();
  const now = useNow();
  const tap = useTap(interpreterId, job);
  const [sheet, setSheet] = useState<'late' | 'other-time' | null>(null);
  const { said, next, mayBeAbsent, mayBeLate, late } = dayOf(job, taps, now);
  const close = () => setSheet(null);
  const steppedAt = useRef(-TWICE_MS);
  const step = (kind: MyStep, { timeStamp }: MouseEvent) => {
    if (timeStamp - steppedAt.current < TWICE_MS) return;
    steppedAt.current = timeStamp;
    tap.step(kind);
  };
  return (
    <div className={style.panel}>
      {said.map((one) => (
        <SaidStep key={one.kind} said={one} zone={job.zone} />
      ))}
      {late && mayBeLate && (
        <p className={style.said} data-state={late.state}>
          <IconClockExclamation size={20} stroke={2} aria-hidden />
          <span>
            <b>{say.lateSaid(late.minutes)}</b>
            {stateWords[late.state] && ` · ${stateWords[late.state]}`}
          </span>
        </p>
      )}
      {next && (
        <Press kind="filled" icon={IconMapPinCheck} className={style.step} onClick={(event) => step(next, event)}>
          {stepWords[next].press}
        </Press>
      )}
      {mayBeLate && (
        <Press icon={IconClockExclamation} className={style.step} onClick={() => setSheet('late')}>
          {say.late}
        </Press>
      )}
      {mayBeAbsent && (
        <Press icon={IconUserOff} className={style.step} onClick={(event) => step('patient-absent', event)}>
          {say.patientAbsent}
        </Press>
      )}
      {isWhole && (next || said.length > 0) && job.may.attend && (
        <Press kind="quiet" onClick={() => setSheet('other-time')}>
          {say.otherTime}
        </Press>
      )}
      {sheet === 'late' && <LateSheet onLate={tap.late} onClose={close} />}
      {sheet === 'other-time' && <OtherTimeSheet job={job} said={said} onSay={tap.step} onClose={close} />}
    </div>
  );
};
