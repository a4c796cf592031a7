/** @jsxImportSource hono/jsx */
import type { FC } from 'hono/jsx';
import { documentOf, Once } from './layout.page';
import type { OfferView } from './offer.presenter';
import { Pictogram } from './pictograms';

export const GiveBackLink: FC<{ token: string }> = ({ token }) => (
  <p class="note">
    You cannot do it after all? <a href={`/i/${token}/give-back`}>Give this job back</a>
  </p>
);

export interface GiveBackView {
  job: Pick<OfferView, 'token' | 'date' | 'time' | 'language' | 'clinic' | 'clinicPhone'> & { place: Pick<OfferView['place'], 'name'> };
  /** It is close: the coordinator needs a word to help. */
  needsReason: boolean;
  refusal: string | null;
}

/** Asks once, and says what follows. */
export const giveBackPage = ({ job, needsReason, refusal }: GiveBackView): string =>
  documentOf({
    lang: 'en',
    dir: 'ltr',
    title: 'Give this job back',
    mood: 'work',
    children: (
      <>
        <header class="top">
          <h1>Give this job back?</h1>
          <small>{job.clinic}</small>
        </header>
        <main>
          {refusal && (
            <div class="status sorry" role="alert">
              <Pictogram name="no" />
              <div>
                <strong>That was not saved</strong>
                <p>{refusal}</p>
              </div>
            </div>
          )}
          <p class="value">
            {job.language} · {job.date}, {job.time} · {job.place.name}
          </p>
          <section class="card ask">
            <h2>What follows</h2>
            <p>You are free at that time at once, and the clinic looks for somebody else. You cannot take it back yourself.</p>
            {needsReason && (
              <>
                <label>
                  <strong>A word to the coordinator</strong>
                  <textarea name="reason" form="give-back" required maxlength={300} rows={3} aria-describedby="reason-note" />
                </label>
                <p class="note" id="reason-note">
                  It is close to the appointment. Only the clinic’s staff read it; the patient does not.
                </p>
                {job.clinicPhone && (
                  <p class="note">
                    Please call them too: <a href={`tel:${job.clinicPhone.replace(/[^+\d]/g, '')}`}>{job.clinicPhone}</a>
                  </p>
                )}
              </>
            )}
          </section>
        </main>
        <div class="dock">
          <a class="plain" href={`/i/${job.token}`}>
            Keep it
          </a>
          <form method="post" action={`/i/${job.token}/give-back`} id="give-back">
            <Once />
            <button class="filled" type="submit">
              Give it back
            </button>
          </form>
        </div>
      </>
    ),
  });
