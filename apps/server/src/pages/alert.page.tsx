/** @jsxImportSource hono/jsx */
import type { FC } from 'hono/jsx';
import type { AlertPageView } from './alert.presenter';
import { documentOf, noticePage, Once } from './layout.page';
import { Pictogram, type PictogramName } from './pictograms';
import { Spoken } from './words';

const Fact: FC<{ label: string; pictogram: PictogramName; value: string }> = ({ label, pictogram, value }) => (
  <div>
    <dt>
      <Pictogram name={pictogram} />
      <Spoken text={label} />
    </dt>
    <dd>
      <p class="value">{value}</p>
    </dd>
  </div>
);

const SeeingToIt: FC<{ token: string }> = ({ token }) => (
  <div class="dock">
    <form method="post" action={`/n/${token}/acknowledge`}>
      <Once />
      <button class="filled" type="submit">
        <Pictogram name="check" />I am seeing to it
      </button>
    </form>
  </div>
);

const Status: FC<{ view: AlertPageView }> = ({ view: { settled, sentence } }) => (
  <div class={`status ${settled ? settled.tone : 'sorry'}`} role="status">
    <Pictogram name={settled ? 'check' : 'no'} />
    <div>
      <strong>{settled ? (settled.tone === 'ok' ? 'Somebody is seeing to it' : 'Settled') : sentence}</strong>
      <p>{settled ? settled.sentence : 'Everybody on duty is written to again until somebody sees to it.'}</p>
    </div>
  </div>
);

/** What an organisation's own people see behind the link in an alert; no word about the patient. */
export const alertPage = (view: AlertPageView): string =>
  documentOf({
    lang: 'en',
    dir: 'ltr',
    title: `Alert, ${view.reference}`,
    mood: 'work',
    children: (
      <>
        <header class="top">
          <h1>Alert</h1>
          <small>{view.reference}</small>
        </header>
        <main>
          <Status view={view} />
          {view.settled && <p class="note">{view.sentence}</p>}
          <dl class="card facts">
            <Fact label="When" pictogram="calendar" value={view.when} />
            <Fact label="Language" pictogram="speech" value={view.language} />
            <Fact label="Where" pictogram="pin" value={view.site} />
            {!view.settled && <Fact label="See to it by" pictogram="clock" value={`By ${view.seeToItBy}`} />}
          </dl>
        </main>
        {!view.settled && <SeeingToIt token={view.token} />}
      </>
    ),
  });

/** The same for an unknown, expired or revoked link. */
export const alertLinkEndedPage = (): string =>
  noticePage('This link no longer works', 'ended', 'Nothing was changed. What still needs somebody is in the console.');

export const alertFailedPage = (): string =>
  noticePage('Something went wrong on our side', 'no', 'We cannot tell whether your answer was saved. Open the link again: it shows what is true now.');
