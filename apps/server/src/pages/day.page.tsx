/** @jsxImportSource hono/jsx */
import type { FC } from 'hono/jsx';
import type { DayView } from './day.presenter';
import { Once } from './layout.page';
import { Pictogram } from './pictograms';

/** Silence cancels nothing, and neither does a no: a person calls. */
export const StillComing: FC<{ view: DayView }> = ({ view: { action, stillComing } }) =>
  stillComing && (
    <section class="card ask">
      <h2>Are you still coming?</h2>
      {stillComing.answer === null && <p class="note">Please answer: the clinic is told, and calls you otherwise.</p>}
      {stillComing.answer === 'coming' && (
        <p role="status">
          <strong>You said: yes.</strong> Thank you.
        </p>
      )}
      {stillComing.answer === 'cannot-come' && (
        <p role="status">
          <strong>You said that you cannot come.</strong> You are still booked until the clinic has spoken with you.
        </p>
      )}
      <form method="post" action={`${action}/still-coming`} class="two">
        <Once />
        <button class="wide press plain" type="submit" name="answer" value="cannot-come">
          I cannot come
        </button>
        <button class="wide press filled" type="submit" name="answer" value="coming">
          Yes, I am coming
        </button>
      </form>
    </section>
  );

const minutes = [10, 20, 30, 45, 60];

const Late: FC<{ view: DayView }> = ({ view: { action, late } }) =>
  late && (
    <details class="english card">
      <summary>
        {late.said === null ? 'I will be late' : `You said: about ${late.said} minutes late`}
        <Pictogram name="unfold" />
      </summary>
      <form method="post" action={`${action}/late`} class="other-time">
        <Once />
        <label>
          By about how much?
          <select name="minutes">
            {minutes.map((one) => (
              <option value={one}>{one} minutes</option>
            ))}
          </select>
        </label>
        <button class="wide press plain" type="submit">
          Tell the clinic
        </button>
      </form>
    </details>
  );

const Absent: FC<{ view: DayView }> = ({ view: { action, mayBeAbsent } }) =>
  mayBeAbsent ? (
    <form method="post" action={`${action}/attendance`}>
      <Once />
      <input type="hidden" name="kind" value="patient-absent" />
      <button class="wide press plain" type="submit">
        The patient did not come
      </button>
    </form>
  ) : null;

const concerns = [
  ['safety', 'Somebody’s safety'],
  ['conflict-of-interest', 'I know somebody involved, or there is another conflict'],
  ['not-understood', 'We cannot understand each other'],
  ['access', 'I cannot get in, or cannot work there'],
  ['other', 'Something else'],
] as const;

const Concern: FC<{ view: DayView }> = ({ view: { action, mayWorry } }) =>
  mayWorry ? (
    <details class="english card">
      <summary>
        Something worries me
        <Pictogram name="unfold" />
      </summary>
      <form method="post" action={`${action}/concern`} class="other-time">
        <Once />
        <label>
          What is it about?
          <select name="code">
            {concerns.map(([code, label]) => (
              <option value={code}>{label}</option>
            ))}
          </select>
        </label>
        <label>
          If you want to say more
          <textarea name="words" rows={3} maxlength={1000} />
        </label>
        <p class="note">Only the clinic’s coordinator reads this, and calls you. It does not count against you.</p>
        <label class="tick">
          <input type="checkbox" name="leaves" value="yes" />
          <span>I cannot do this job. Give it back.</span>
        </label>
        <button class="wide press plain" type="submit">
          Tell the coordinator
        </button>
      </form>
    </details>
  ) : null;

export const Day: FC<{ view: DayView }> = ({ view }) => (
  <>
    <Absent view={view} />
    <Late view={view} />
    <Concern view={view} />
  </>
);
