/** @jsxImportSource hono/jsx */
import type { FC } from 'hono/jsx';
import { Attendance } from './attendance.page';
import type { ClinicianView } from './clinician.presenter';
import { documentOf, Once } from './layout.page';
import { Pictogram } from './pictograms';
import { Figure, Spoken } from './words';

const Facts: FC<{ view: ClinicianView }> = ({ view }) => (
  <dl class="card facts">
    <div>
      <dt>
        <Pictogram name={view.place.pictogram} />
        <Spoken text="Where" />
      </dt>
      <dd>
        <p class="value">{view.place.text}</p>
        <p class="note">{view.place.note}</p>
      </dd>
    </div>
    <div>
      <dt>
        <Pictogram name="speech" />
        <Spoken text="Languages" />
      </dt>
      <dd>
        <p class="value">{view.languages}</p>
        <p class="note">Interpreter: {view.interpreter}</p>
      </dd>
    </div>
    {view.phone && (
      <div>
        <dt>
          <Pictogram name="phone" />
          <Spoken text="Desk" />
        </dt>
        <dd>
          <p class="note">
            The desk: <a href={`tel:${view.phone.replace(/[^+\d]/g, '')}`}>{view.phone}</a>
          </p>
        </dd>
      </div>
    )}
  </dl>
);

const Understood: FC<{ understood: NonNullable<ClinicianView['understood']> }> = ({ understood: { action, said } }) => (
  <section class="card ask">
    <h2>Did you understand each other?</h2>
    {said === null ? (
      <p class="note">A “no” counts against nobody. The desk then looks for a better match.</p>
    ) : (
      <p role="status">
        <strong>You said: {said ? 'yes' : 'no'}.</strong> You can correct it within a day.
      </p>
    )}
    <form method="post" action={`${action}/understood`} class="two">
      <Once />
      <button class="wide press plain" type="submit" name="understood" value="no">
        No
      </button>
      <button class="wide press plain" type="submit" name="understood" value="yes">
        Yes
      </button>
    </form>
  </section>
);

const Told: FC<{ heading: string; sentence: string; role?: 'alert' }> = ({ heading, sentence, role }) => (
  <div class="status sorry" role={role}>
    <Pictogram name="no" />
    <div>
      <strong>{heading}</strong>
      <p>{sentence}</p>
    </div>
  </div>
);

/** Everything before the patient enters; afterwards whether it worked. */
export const clinicianPage = (view: ClinicianView): string =>
  documentOf({
    lang: 'en',
    dir: 'ltr',
    title: 'Interpreted appointment',
    mood: 'work',
    children: (
      <>
        <header class="top">
          <h1>{view.reference}</h1>
          <small>{view.clinic}</small>
        </header>
        <main>
          {view.refusal && <Told heading="That was not saved" sentence={view.refusal} role="alert" />}
          {view.told && <Told {...view.told} />}
          <div class="card when">
            <p class="value">{view.date}</p>
            <p class="hour">
              <Figure class="clock" text={view.time} />
              <span class="note">{view.length}</span>
            </p>
          </div>
          <Facts view={view} />
          {view.caveat && (
            <section class="card ask">
              <h2>Begin with a read-back</h2>
              <p>{view.caveat}</p>
            </section>
          )}
          {view.howTo.length > 0 && (
            <section class="card ask">
              <h2>Working with an interpreter</h2>
              {view.howTo.map((sentence) => (
                <p>{sentence}</p>
              ))}
            </section>
          )}
          {view.attendance && <Attendance view={view.attendance} />}
          {view.understood && <Understood understood={view.understood} />}
          <p class="note">This page names no patient, and its link works until a day after the appointment.</p>
        </main>
      </>
    ),
  });

const notice = (title: string, sentence: string): string =>
  documentOf({
    lang: 'en',
    dir: 'ltr',
    title,
    mood: 'work',
    children: (
      <main>
        <div class="card ended">
          <h1>{title}</h1>
          <p class="note">{sentence}</p>
        </div>
      </main>
    ),
  });

/** The same for an unknown, expired or revoked link. */
export const clinicianLinkEndedPage = (): string => notice('This link no longer works', 'Nothing was changed. Ask the desk for a new link to the appointment.');

export const clinicianFailedPage = (): string =>
  notice('Something went wrong on our side', 'We cannot tell whether your tap was saved. Open the link again: it shows what is true now.');
