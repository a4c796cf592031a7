import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconCheck, IconCircleX, IconInbox } from '@tabler/icons-react';
import { type RefObject, useRef, useState } from 'react';
import type { MyJob, MyOffer } from '@dragoman/contracts';
import { api } from '../api/client';
import { sentenceOf } from '../api/problem';
import { useNow } from '../time/clock';
import { nearDay, spanOf, wallOf } from '../time/wall';
import { go, Link } from './address';
import type { ScreenOf } from './screen-of';
import { isUnreachable } from './my-client';
import { JobFacts, WhenAndPay } from './job-facts';
import style from './offers.module.css';
import { Card, Empty, Note, Press, Skeletons, Status } from './parts';
import parts from './parts.module.css';
import { jobQuery, jobsQuery, offersQuery } from './reads';
import { Screen, useOnline } from './shell';
import { offerWords as say } from './offer-words';
import { words } from './words';

const untilWhen = ({ answerBy, zone }: MyOffer, now: Date): string => {
  const { date, time } = wallOf(answerBy, zone);
  return say.until(`${time} ${nearDay(date, wallOf(now, zone).date)}`);
};

type Answer = 'accept' | 'decline';

/** Sent at once or not at all: an answer that waited would promise what nobody was told. */
const useAnswer = (offerId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ answer, asksConflict }: { answer: Answer; asksConflict: boolean }) =>
      api.post<MyJob | undefined>(`/my/offers/${offerId}/${answer}`, answer === 'accept' ? { conflict: asksConflict ? 'none' : 'not-asked' } : undefined),
    onSuccess: (job, { answer }) => {
      const isAccepted = answer === 'accept';
      if (job) client.setQueryData(jobQuery(offerId).queryKey, job);
      void client.invalidateQueries({ queryKey: jobsQuery.queryKey });
      go(isAccepted ? `/jobs/${offerId}` : '/', { replace: true, ...(!isAccepted && { told: say.declined }) });
      void client.invalidateQueries({ queryKey: offersQuery.queryKey });
    },
    onError: () => client.invalidateQueries({ queryKey: offersQuery.queryKey }),
  });
};

const headingOf = (error: unknown, answer: Answer): string => {
  if (isUnreachable(error)) return say.noAnswer;
  return answer === 'accept' ? say.notBooked : say.notSaved;
};

const Refusal = ({ answer: { error, variables } }: { answer: ReturnType<typeof useAnswer> }) =>
  error && (
    <Status tone="bad" role="alert" heading={headingOf(error, variables.answer)}>
      {isUnreachable(error) ? say.noAnswerHow : sentenceOf(error)}
    </Status>
  );

const Conflict = ({ isTicked, onTick, isMissing, place }: { isTicked: boolean; onTick: (isTicked: boolean) => void; isMissing: boolean; place: RefObject<HTMLInputElement | null> }) => (
  <Card label={say.question}>
    <h2>{say.question}</h2>
    <p id="conflict">{say.conflict}</p>
    <Note>{say.conflictNote}</Note>
    <label className={parts.tick}>
      <input ref={place} type="checkbox" checked={isTicked} onChange={(event) => onTick(event.target.checked)} aria-describedby="conflict conflict-missing" aria-invalid={isMissing || undefined} />
      <span>{say.noReason}</span>
    </label>
    <p id="conflict-missing" role="alert" className={parts.wrong} hidden={!isMissing}>
      {isMissing && say.answerFirst}
    </p>
  </Card>
);

type DecidingProps = { offer: MyOffer; at: string; own: string; answer: ReturnType<typeof useAnswer> };

const Deciding = ({ offer, at, own, answer }: DecidingProps) => {
  const now = useNow();
  const isOnline = useOnline();
  const [isTicked, setTicked] = useState(false);
  const [refusal, setRefusal] = useState<'tick' | 'network' | null>(null);
  const tick = useRef<HTMLInputElement>(null);

  const press = (pressed: Answer) => {
    if (!isOnline) return setRefusal('network');
    if (pressed === 'accept' && offer.asksConflict && !isTicked) {
      setRefusal('tick');
      return tick.current?.focus();
    }
    setRefusal(null);
    if (!answer.isPending) answer.mutate({ answer: pressed, asksConflict: offer.asksConflict });
  };
  const busyWith = answer.isPending ? answer.variables.answer : null;
  const dock = (
    <div className={style.decision}>
      <Press icon={IconCircleX} isBusy={busyWith === 'decline'} onClick={() => press('decline')}>
        {say.decline}
      </Press>
      <Press kind="filled" icon={IconCheck} isBusy={busyWith === 'accept'} onClick={() => press('accept')}>
        {say.accept}
      </Press>
    </div>
  );
  return (
    <Screen title={say.title} back="/" aside={<span>{at}</span>} dock={dock}>
      {refusal === 'network' && (
        <Status tone="bad" role="alert" heading={say.notSaved}>
          {words.network.refused}
        </Status>
      )}
      <Refusal answer={answer} />
      <Status tone="warn" heading={say.left(spanOf(Date.parse(offer.answerBy) - now.getTime()))}>
        {untilWhen(offer, now)}
      </Status>
      <WhenAndPay job={offer} own={own} />
      <JobFacts job={offer} />
      {offer.asksConflict && <Conflict isTicked={isTicked} onTick={setTicked} isMissing={refusal === 'tick' && !isTicked} place={tick} />}
      <Note>{say.note}</Note>
    </Screen>
  );
};

/** Every fact before one decides; the decision stays in reach of a thumb. */
export const OfferPage: ScreenOf = ({ id, session }) => {
  const { data } = useQuery(offersQuery);
  const answer = useAnswer(id);
  const now = useNow();
  const open = (data?.items ?? []).filter(({ answerBy }) => Date.parse(answerBy) > now.getTime()).sort((one, other) => one.answerBy.localeCompare(other.answerBy));
  const at = open.findIndex(({ offerId }) => offerId === id);
  const offer = open[at];
  if (offer) return <Deciding offer={offer} at={open.length > 1 ? say.place(at + 1, open.length) : ''} own={session.interpreter.zone} answer={answer} />;
  return (
    <Screen title={say.title} back="/">
      <Refusal answer={answer} />
      {data ? (
        <Empty icon={IconInbox} title={say.gone} action={<Link to="/">{words.screens.offers}</Link>}>
          {say.goneHow}
        </Empty>
      ) : (
        <Skeletons />
      )}
    </Screen>
  );
};
