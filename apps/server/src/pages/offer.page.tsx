/** @jsxImportSource hono/jsx */
import type { Child, FC } from 'hono/jsx';
import { Attendance } from './attendance.page';
import { Day, StillComing } from './day.page';
import { documentOf, noticePage, Once } from './layout.page';
import { GiveBackLink } from './give-back.page';
import type { OfferSituation, OfferView } from './offer.presenter';
import { Pictogram, type PictogramName } from './pictograms';
import { Figure, Spoken } from './words';

const titles: Record<OfferSituation, string> = {
  open: 'Offer',
  accepted: 'Your job',
  cancelled: 'Cancelled',
  declined: 'Declined',
  lost: 'Offer closed',
  expired: 'Offer closed',
  withdrawn: 'Offer closed',
  waiting: 'Your job',
  released: 'Offer closed',
};

interface StatusProps {
  tone: 'calm' | 'ok' | 'sorry';
  pictogram: PictogramName;
  heading: string;
  sentence: string;
  /** An answer that went wrong is said at once; the rest is read in its place. */
  role?: 'alert' | 'status';
}

export const Status: FC<StatusProps> = ({ tone, pictogram, heading, sentence, role }) => (
  <div class={`status ${tone === 'ok' ? '' : tone}`} role={role}>
    <Pictogram name={pictogram} />
    <div>
      <strong>{heading}</strong>
      <p>{sentence}</p>
    </div>
  </div>
);

export const Fact: FC<{ label: string; pictogram: PictogramName; value: Child; children?: Child }> = ({ label, pictogram, value, children }) => (
  <div>
    <dt>
      <Pictogram name={pictogram} />
      <Spoken text={label} />
    </dt>
    <dd>
      <p class="value">{value}</p>
      {children}
    </dd>
  </div>
);

const WhenAndPay: FC<{ view: OfferView }> = ({ view }) => (
  <div class="card when">
    <p class="value">{view.date}</p>
    <p class="hour">
      <Figure class="clock" text={view.time} />
      <span class="note">
        {view.part} · {view.length}
      </span>
    </p>
    <p class="pay">
      <Pictogram name="money" />
      <span class="value">Pay {view.pay}</span>
    </p>
  </div>
);

const Facts: FC<{ view: OfferView }> = ({ view }) => (
  <dl class="card facts">
    <Fact label="Where" pictogram={view.place.pictogram} value={view.place.address ? view.place.name : view.place.modality}>
      <p class="note">{view.place.address ? `${view.place.address} · in person` : `For ${view.place.name}`}</p>
    </Fact>
    {view.room && <Fact label="Room" pictogram="door" value={view.room} />}
    {view.travel && (
      <Fact label="Travel" pictogram="travel" value={`${view.travel.length} from home`}>
        <p class="note">Leave by {view.travel.leaveBy}. Estimated from the distance.</p>
      </Fact>
    )}
    <Fact
      label="Language"
      pictogram="speech"
      value={
        <>
          {view.language} <span class="note">↔ {view.other}</span>
        </>
      }
    >
      {view.partner && <p class="note">With a second interpreter: {view.partner}. Booked when both accept.</p>}
    </Fact>
    {view.team && <Fact label="Team" pictogram="person" value={view.team} />}
    {view.wish && <Fact label="Wish" pictogram={view.wish.pictogram} value={view.wish.sentence} />}
    {view.clinicPhone && (
      <Fact label="Clinic" pictogram="phone" value={view.clinic}>
        <p class="note">
          Questions: <a href={`tel:${view.clinicPhone.replace(/[^+\d]/g, '')}`}>{view.clinicPhone}</a>
        </p>
      </Fact>
    )}
  </dl>
);

/** The answer belongs to the form with which one accepts, wherever the button of that form stands. */
const Conflict: FC = () => (
  <section class="card ask">
    <h2>One question first</h2>
    <p id="conflict">
      Is there any reason why you should not interpret for a patient from your own area or community? It may be kinship,
      friendship, a dispute, or anything else.
    </p>
    <p class="note">If there may be one, decline. Nobody asks you which, and it does not count against you.</p>
    <label class="tick">
      <input type="checkbox" form="accept" name="conflict" value="none" required aria-describedby="conflict" />
      <span>No, I know of no reason</span>
    </label>
  </section>
);

const Decision: FC<{ token: string }> = ({ token }) => (
  <div class="dock">
    <form method="post" action={`/i/${token}/decline`}>
      <Once />
      <button class="plain" type="submit">
        <span class="no">
          <Pictogram name="no" />
        </span>
        Decline
      </button>
    </form>
    <form method="post" action={`/i/${token}/accept`} id="accept">
      <Once />
      <button class="filled" type="submit">
        <Pictogram name="check" />
        Accept
      </button>
    </form>
  </div>
);

const ReadBack: FC = () => (
  <section class="card ask">
    <h2>Start with a read-back</h2>
    <p>
      You speak a variety close to the patient’s, and they agreed to it. First ask them to say one short sentence back in their own
      words. If it comes back wrong, stop and tell the clinic: nothing is lost by booking again.
    </p>
  </section>
);

/** No reason is asked for, and no word about the patient. */
const Afterwards: FC<{ token: string; said: boolean | null }> = ({ token, said }) => (
  <section class="card ask">
    <h2>Did you and the patient understand each other?</h2>
    {said === null ? (
      <p class="note">A “no” counts against nobody. The clinic then looks for a better match.</p>
    ) : (
      <p role="status">
        <strong>You said: {said ? 'yes' : 'no'}.</strong> You can correct it within a day.
      </p>
    )}
    <form method="post" action={`/i/${token}/understood`} class="two">
      <Once />
      <button class="plain" type="submit" name="understood" value="no">
        No
      </button>
      <button class="plain" type="submit" name="understood" value="yes">
        Yes
      </button>
    </form>
  </section>
);

const OneLine: FC<{ view: OfferView }> = ({ view }) => (
  <p class="note">
    {view.language} · {view.date}, {view.time} · {view.place.name}
  </p>
);

const showsFacts: ReadonlySet<OfferSituation> = new Set(['open', 'accepted', 'waiting']);

/** Every fact before one decides; afterwards what it came to. */
export const offerPage = (view: OfferView): string =>
  documentOf({
    lang: 'en',
    dir: 'ltr',
    title: titles[view.situation],
    mood: 'work',
    children: (
      <>
        <header class="top">
          <h1>{titles[view.situation]}</h1>
          <small>{view.clinic}</small>
        </header>
        <main>
          {view.refusal && (
            <Status tone="sorry" pictogram="no" heading={view.situation === 'open' ? 'This job was not booked' : 'That was not saved'} sentence={view.refusal} role="alert" />
          )}
          <Status {...view.told} />
          {view.day && <StillComing view={view.day} />}
          {view.attendance && <Attendance view={view.attendance} />}
          {view.day && <Day view={view.day} />}
          {showsFacts.has(view.situation) ? (
            <>
              <WhenAndPay view={view} />
              <Facts view={view} />
            </>
          ) : (
            <OneLine view={view} />
          )}
          {view.readBack && <ReadBack />}
          {view.afterwards && <Afterwards token={view.token} said={view.afterwards.said} />}
          {view.mayGiveBack && <GiveBackLink token={view.token} />}
          {view.asksConflict && <Conflict />}
          {view.situation === 'open' && <p class="note">You see the room after you accept. Declining needs no reason.</p>}
        </main>
        {view.situation === 'open' && <Decision token={view.token} />}
      </>
    ),
  });

/** The same for an unknown, expired or revoked link. */
export const offerLinkEndedPage = (): string =>
  noticePage(
    'This link no longer works',
    'ended',
    'Nothing was changed. If you have accepted a job with this clinic, it stands as you last saw it.',
  );

export const offerFailedPage = (): string =>
  noticePage('Something went wrong on our side', 'no', 'We cannot tell whether your answer was saved. Open the link again: it shows what is true now.');
