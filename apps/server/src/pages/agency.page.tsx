/** @jsxImportSource hono/jsx */
import type { FC } from 'hono/jsx';
import type { AgencySituation, AgencyView } from './agency.presenter';
import { documentOf, noticePage, Once } from './layout.page';
import { Fact, Status } from './offer.page';
import { Pictogram } from './pictograms';
import { Figure } from './words';

const titles: Record<AgencySituation, string> = {
  open: 'Can you send somebody?',
  confirmed: 'Booked',
  declined: 'Declined',
  expired: 'Request closed',
  lost: 'Request closed',
  withdrawn: 'Request closed',
  released: 'Not needed',
};

const When: FC<{ view: AgencyView }> = ({ view }) => (
  <div class="card when">
    <p class="value">{view.date}</p>
    <p class="hour">
      <Figure class="clock" text={view.time} />
      <span class="note">
        {view.part} · {view.length} · {view.zone}
      </span>
    </p>
  </div>
);

const Facts: FC<{ view: AgencyView }> = ({ view }) => (
  <dl class="card facts">
    <Fact
      label="Language"
      pictogram="speech"
      value={
        <>
          {view.language} <span class="note">↔ {view.other}</span>
        </>
      }
    >
      <p class="note">{view.caveat}</p>
    </Fact>
    <Fact label="Where" pictogram={view.place.pictogram} value={view.place.address ? view.place.name : view.place.modality}>
      <p class="note">{view.place.address ? `${view.place.address} · in person` : `For ${view.place.name}`}</p>
    </Fact>
    <Fact label="About" pictogram="draft" value={view.topic} />
    {view.wish && <Fact label="Needed" pictogram={view.wish.pictogram} value={view.wish.sentence} />}
    {view.clinicPhone && (
      <Fact label="Clinic" pictogram="phone" value={view.clinic}>
        <p class="note">
          Questions: <a href={`tel:${view.clinicPhone.replace(/[^+\d]/g, '')}`}>{view.clinicPhone}</a> · say <Figure class="figure" text={view.reference} />
        </p>
      </Fact>
    )}
  </dl>
);

/** Nothing is ticked for them: each sentence is the agency's own word. */
const Confirmation: FC<{ view: AgencyView }> = ({ view }) => (
  <form method="post" action={`/a/${view.token}/confirm`} id="confirm" class="parts">
    <Once />
    <section class="card ask sent">
      <h2>Whom do you send?</h2>
      <label>
        <span>Interpreter’s name</span>
        <input name="name" required maxlength={80} autocomplete="off" value={view.typed.name} />
      </label>
      <label>
        <span>Mobile number</span>
        <input name="phone" type="tel" required maxlength={40} autocomplete="off" aria-describedby="phone-note" value={view.typed.phone} />
      </label>
      <p class="note" id="phone-note">
        The interpreter gets the details by text, and the clinic can call.
      </p>
      <label>
        <span>Credential or registration</span>
        <input name="credential" required maxlength={120} autocomplete="off" aria-describedby="credential-note" value={view.typed.credential} />
      </label>
      <p class="note" id="credential-note">
        For example “DPSI Health” or “NRPSI 12345”.
      </p>
    </section>
    <section class="card ask">
      <h2>You give your word</h2>
      {view.terms.map(({ term, sentence, isTicked }) => (
        <label class="tick">
          <input type="checkbox" name="word" value={term} required checked={isTicked} />
          <span>{sentence}</span>
        </label>
      ))}
    </section>
  </form>
);

const Decision: FC<{ token: string }> = ({ token }) => (
  <div class="dock still">
    <form method="post" action={`/a/${token}/decline`}>
      <Once />
      <button class="plain" type="submit">
        <span class="no">
          <Pictogram name="no" />
        </span>
        We cannot
      </button>
    </form>
    <button class="filled" type="submit" form="confirm">
      <Pictogram name="check" />
      Confirm
    </button>
  </div>
);

const OneLine: FC<{ view: AgencyView }> = ({ view }) => (
  <p class="note">
    {view.reference} · {view.language} · {view.date}, {view.time}
  </p>
);

/** Every fact before one decides; afterwards what it came to. */
export const agencyPage = (view: AgencyView): string =>
  documentOf({
    lang: 'en',
    dir: 'ltr',
    title: titles[view.situation],
    mood: 'work',
    children: (
      <>
        <header class="top">
          <h1>{titles[view.situation]}</h1>
          <small>
            {view.clinic} · {view.reference}
          </small>
        </header>
        <main>
          {view.refusal && <Status tone="sorry" pictogram="no" heading="Not booked" sentence={view.refusal} role="alert" />}
          <Status {...view.told} />
          {view.situation === 'open' || view.situation === 'confirmed' ? (
            <>
              <When view={view} />
              <Facts view={view} />
            </>
          ) : (
            <OneLine view={view} />
          )}
          {view.situation === 'open' && <Confirmation view={view} />}
        </main>
        {view.situation === 'open' && <Decision token={view.token} />}
      </>
    ),
  });

/** The same for an unknown, expired or revoked link. */
export const agencyLinkEndedPage = (): string =>
  noticePage('This link no longer works', 'ended', 'Nothing was changed. If you have confirmed a booking with this clinic, it stands as you last saw it.');

export const agencyFailedPage = (): string =>
  noticePage('Something went wrong on our side', 'no', 'We cannot tell whether your answer was saved. Open the link again: it shows what is true now.');
