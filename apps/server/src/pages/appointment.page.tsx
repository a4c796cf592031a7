/** @jsxImportSource hono/jsx */
import type { PatientAnswer, PatientWish } from '@dragoman/bookings';
import { writings } from '@dragoman/words';
import type { Child, FC } from 'hono/jsx';
import type { AppointmentTelling, AppointmentView } from './appointment.presenter';
import { documentOf, LanguageSwitch, Once } from './layout.page';
import { Listen } from './listen.page';
import { Pictogram, type PictogramName } from './pictograms';
import { Figure, Name, Spoken, Words } from './words';

const Fact: FC<{ label: string; pictogram: PictogramName; tinted?: boolean; children?: Child }> = ({ label, pictogram, tinted, children }) => (
  <div class={tinted ? 'tinted' : undefined}>
    <dt>
      <Pictogram name={pictogram} />
      <Spoken text={label} />
    </dt>
    <dd>{children}</dd>
  </div>
);

const When: FC<{ view: AppointmentView }> = ({ view: { words, when, partOfDay } }) => (
  <Fact label={words.whenLabel} pictogram="calendar">
    <p class="value">
      <Words parts={when.date} />
    </p>
    <p class="hour">
      <Figure class="clock" text={when.time} />
      <span class="part">
        <Pictogram name={partOfDay} />
        {when.partOfDay}
      </span>
    </p>
    {when.dawn && (
      <p class="dawn">
        <Pictogram name="sunrise" />
        <span>
          <Words parts={when.dawn} />
        </span>
      </p>
    )}
  </Fact>
);

const Where: FC<{ view: AppointmentView }> = ({ view: { words, place } }) => (
  <Fact label={words.whereLabel} pictogram="clinic">
    <p class="value">
      <Name text={place.site} />
    </p>
    {place.clinic && (
      <p class="note">
        <Name text={place.clinic} />
      </p>
    )}
    <p>
      <span class="line map">
        <Pictogram name="pin" />
        <span>
          <a href={place.map} rel="noreferrer external">
            <Name text={place.address} />
          </a>
        </span>
      </span>
      {place.room && (
        <span class="line">
          <Name text={place.room} />
        </span>
      )}
    </p>
  </Fact>
);

const Interpreter: FC<{ view: AppointmentView; name: string }> = ({ view: { words, approved }, name }) => (
  <Fact label={words.interpreterLabel} pictogram="person">
    <p class="note">{words.interpreterLabel}</p>
    <p class="value">
      <Name text={name} />
    </p>
    {approved.joins && (
      <p>
        <Words parts={approved.joins} />
      </p>
    )}
  </Fact>
);

const Facts: FC<{ view: AppointmentView }> = ({ view }) => (
  <div class="card">
    <dl class="facts">
      <When view={view} />
      <Where view={view} />
      {view.interpreter && <Interpreter view={view} name={view.interpreter} />}
      {view.approved.assurance && (
        <Fact label={view.words.interpreterLabel} pictogram="confidential" tinted>
          <p>
            <Words parts={view.approved.assurance} />
          </p>
        </Fact>
      )}
    </dl>
    {view.isDraft && (
      <p class="draft">
        <Pictogram name="draft" />
        <span>{view.words.draftNotice}</span>
      </p>
    )}
  </div>
);

const Answer: FC<{ view: AppointmentView; answer: PatientAnswer; children?: Child }> = ({ view, answer, children }) => (
  <form method="post" action={`/p/${view.token}/answer`}>
    <Once />
    <input type="hidden" name="lang" value={view.writing.language} />
    <input type="hidden" name="answer" value={answer} />
    {children}
  </form>
);

const Row: FC<{ pictogram: PictogramName; words: string }> = ({ pictogram, words }) => (
  <button class="row" type="submit">
    <Pictogram name={pictogram} />
    {words}
  </button>
);

const AnswerRow: FC<{ view: AppointmentView; answer: PatientAnswer; pictogram: PictogramName; words: string }> = ({
  view,
  answer,
  pictogram,
  words,
}) =>
  view.answer === answer && view.saved ? null : (
    <Answer view={view} answer={answer}>
      <Row pictogram={pictogram} words={words} />
    </Answer>
  );

const WishRow: FC<{ view: AppointmentView; wish: PatientWish; pictogram: PictogramName; words: string }> = ({
  view,
  wish,
  pictogram,
  words,
}) => (
  <form method="post" action={`/p/${view.token}/wish`}>
    <Once />
    <input type="hidden" name="lang" value={view.writing.language} />
    <input type="hidden" name="wish" value={wish} />
    <Row pictogram={pictogram} words={words} />
  </form>
);

/** What may be asked for whatever was answered, each for itself: none of it is told why. */
const MoreAnswers: FC<{ view: AppointmentView }> = ({ view }) => (
  <div class="card rows">
    {view.answer === 'cannot-come' ? (
      <WishRow view={view} wish="call-me" pictogram="phone" words={view.words.answerCallMe} />
    ) : (
      <AnswerRow view={view} answer="call-me" pictogram="phone" words={view.words.answerCallMe} />
    )}
    <WishRow view={view} wish="another-time" pictogram="calendar" words={view.words.answerAnotherTime} />
    {view.interpreter && (
      <WishRow view={view} wish="another-interpreter" pictogram="person" words={view.words.answerAnotherInterpreter} />
    )}
    <WishRow view={view} wish="wrong-language" pictogram="globe" words={view.words.answerWrongLanguage} />
    <WishRow view={view} wish="rather-called" pictogram="callsFirst" words={view.words.answerRatherCalled} />
  </div>
);

const Question: FC<{ view: AppointmentView }> = ({ view }) => (
  <>
    <h2>{view.words.question}</h2>
    <div class="tiles">
      <Answer view={view} answer="coming">
        <button class="filled" type="submit">
          <Pictogram name="check" />
          {view.words.answerComing}
        </button>
      </Answer>
      <Answer view={view} answer="cannot-come">
        <button class="plain" type="submit">
          <span class="no">
            <Pictogram name="no" />
          </span>
          {view.words.answerCannotCome}
        </button>
      </Answer>
    </div>
    <MoreAnswers view={view} />
  </>
);

const Saved: FC<{ pictogram: PictogramName; saved: NonNullable<AppointmentView['saved']> }> = ({ pictogram, saved }) => (
  <div class="status" role="status">
    <Pictogram name={pictogram} />
    <div>
      <strong>{saved.heading}</strong>
      <p>
        <Words parts={saved.sentence} />
      </p>
    </div>
  </div>
);

const ChangeAnswer: FC<{ view: AppointmentView }> = ({ view }) => (
  <p class="undo">
    <a href={`?lang=${view.writing.language}&change=1`}>
      <Pictogram name="undo" />
      {view.words.changeAnswer}
    </a>
  </p>
);

const EnglishAnswers: FC<{ view: AppointmentView; telling: AppointmentTelling }> = ({ view, telling: { words, saved, wished } }) => (
  <>
    {[wished, saved].map(
      (noted) =>
        noted && (
          <>
            <dt>{noted.heading}</dt>
            <dd>
              <Words parts={noted.sentence} />
            </dd>
          </>
        ),
    )}
    {!saved && <dt>{words.question}</dt>}
    <dd>
      {[
        ...(saved ? [] : [words.answerComing, words.answerCannotCome]),
        ...(saved && view.answer === 'call-me' ? [] : [words.answerCallMe]),
        words.answerAnotherTime,
        ...(view.interpreter ? [words.answerAnotherInterpreter] : []),
        words.answerWrongLanguage,
        words.answerRatherCalled,
      ].join(' · ')}
    </dd>
  </>
);

const English: FC<{ view: AppointmentView; telling: AppointmentTelling }> = ({ view, telling }) => (
  <details class="card english" open>
    <summary>
      {view.words.inEnglish}
      <Pictogram name="unfold" />
    </summary>
    <div lang={telling.writing.lang} dir={telling.writing.dir}>
      <p class="value">{telling.words.title}</p>
      <dl>
        <dt>{telling.words.whenLabel}</dt>
        <dd>
          <Words parts={telling.when.phrase} />
          {telling.when.dawn && (
            <span class="line">
              <Words parts={telling.when.dawn} />
            </span>
          )}
        </dd>
        <dt>{telling.words.whereLabel}</dt>
        <dd>{[view.place.site, view.place.clinic, view.place.address, view.place.room].filter(Boolean).join(', ')}</dd>
        {view.interpreter && (
          <>
            <dt>{telling.words.interpreterLabel}</dt>
            <dd>
              <Name text={view.interpreter} />
            </dd>
          </>
        )}
        <EnglishAnswers view={view} telling={telling} />
      </dl>
      <p class="note">{telling.words.draftNotice}</p>
    </div>
  </details>
);

const CallUs: FC<{ view: AppointmentView }> = ({ view: { approved, clinicPhone } }) =>
  approved.callUs && clinicPhone ? (
    <p class="center">
      <a class="pill" href={`tel:${clinicPhone.replace(/[^+\d]/g, '')}`}>
        <Pictogram name="phone" />
        <span>
          <Words parts={approved.callUs} />
        </span>
      </a>
    </p>
  ) : null;

const AddToCalendar: FC<{ view: AppointmentView; path: string }> = ({ view: { words, writing }, path }) => (
  <p class="center">
    <a class="pill" href={`${path}?lang=${writing.language}`}>
      <Pictogram name="keep" />
      {words.addToCalendar}
    </a>
  </p>
);

export interface AppointmentPageState {
  /** Where it is as an entry for a calendar; none where others look into the phone. */
  calendar?: string | null;
  /** Where the appointment is heard; none where nobody recorded it. */
  sound?: string | null;
  /** The question again although it has been answered. */
  isChanging: boolean;
}

/** When, where, with whom, and the one question. */
export const appointmentPage = (view: AppointmentView, { isChanging, sound = null, calendar = null }: AppointmentPageState): string => {
  const { writing, words } = view;
  const saved = isChanging ? null : view.saved;
  return documentOf({
    lang: writing.lang,
    dir: writing.dir,
    title: words.title,
    children: (
      <>
        <header class="top">
          <h1>{words.title}</h1>
          <LanguageSwitch label={words.otherLanguage} current={writing.language} writings={writings} />
        </header>
        <main>
          {view.wished && <Saved pictogram="saved" saved={view.wished} />}
          {saved && <Saved pictogram={view.answer === 'call-me' ? 'phone' : 'saved'} saved={saved} />}
          {sound && <Listen path={sound} label={words.listen} shown={words.listen} />}
          <Facts view={view} />
          {saved ? (
            <>
              <MoreAnswers view={view} />
              <ChangeAnswer view={view} />
            </>
          ) : (
            <Question view={view} />
          )}
          {calendar && view.answer !== 'cannot-come' && <AddToCalendar view={view} path={calendar} />}
          {view.english && <English view={view} telling={saved ? view.english : { ...view.english, saved: null }} />}
          <CallUs view={view} />
        </main>
      </>
    ),
  });
};
