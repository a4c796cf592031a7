/** @jsxImportSource hono/jsx */
import type { FC } from 'hono/jsx';
import type { AttendanceView, StepView } from './attendance.presenter';
import { Once } from './layout.page';
import { Pictogram } from './pictograms';

const Said: FC<{ step: StepView }> = ({ step }) => (
  <p class="said" role="status">
    <Pictogram name="saved" />
    <strong>{step.said}</strong>
  </p>
);

const Press: FC<{ action: string; step: StepView; isNext: boolean }> = ({ action, step, isNext }) => (
  <form method="post" action={`${action}/attendance`}>
    <Once />
    <input type="hidden" name="kind" value={step.kind} />
    <button class={isNext ? 'wide press filled' : 'wide press plain'} type="submit">
      {step.press}
    </button>
  </form>
);

/** For whoever had no connection then, or tapped late. */
const AnotherTime: FC<{ view: AttendanceView }> = ({ view }) => (
  <details class="english">
    <summary>
      It was at another time
      <Pictogram name="unfold" />
    </summary>
    <form method="post" action={`${view.action}/attendance`} class="other-time">
      <Once />
      <label>
        What?
        <select name="kind">
          {view.steps.map(({ kind, press }) => (
            <option value={kind}>{press}</option>
          ))}
        </select>
      </label>
      <label>
        At, on the clinic’s clock
        <input type="time" name="at" required />
      </label>
      <button class="wide press plain" type="submit">
        Save this time
      </button>
    </form>
  </details>
);

/** The steps of a session, the next one largest; twice tapped is said once. */
export const Attendance: FC<{ view: AttendanceView }> = ({ view }) => {
  const next = view.steps.find(({ said }) => said === null);
  return (
    <section class="card session">
      <h2>{next ? 'Tap when it happens' : 'Thank you'}</h2>
      {view.steps.map((step) => (step.said ? <Said step={step} /> : step.isDue && <Press action={view.action} step={step} isNext={step === next} />))}
      {view.others.map((sentence) => (
        <p class="note">{sentence}</p>
      ))}
      <AnotherTime view={view} />
    </section>
  );
};
