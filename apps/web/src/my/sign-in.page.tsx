import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { MyCodeSent, MySession } from '@dragoman/contracts';
import { api } from '../api/client';
import { sentenceOf } from '../api/problem';
import { setServerNow } from '../time/clock';
import { Failure, Note, Press, Status } from './parts';
import { sessionQuery } from './reads';
import style from './sign-in.module.css';
import parts from './parts.module.css';
import { forgetTapsOfOthers } from './taps';
import { signInWords as say } from './sign-in-words';
import { words } from './words';



const Logo = () => (
  <svg className={style.logo} viewBox="0 0 24 24" aria-hidden>
    <path d="M4 5h7M9 3v2c0 4.418-2.239 8-5 8M5 9c0 2.144 2.952 3.908 6.7 4M12 20l4-9 4 9M19.1 18h-6.2" />
  </svg>
);

const AskWhere = ({ onSent }: { onSent: (to: string, sent: MyCodeSent) => void }) => {
  const [to, setTo] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const sending = useMutation({ mutationFn: (where: string) => api.post<MyCodeSent>('/my/codes', { to: where }), onSuccess: (sent, where) => onSent(where, sent) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(to.trim() === '');
    if (to.trim() !== '' && !sending.isPending) sending.mutate(to.trim());
  };
  return (
    <form className={style.form} onSubmit={submit} noValidate>
      <label className={parts.field}>
        <span>{say.to}</span>
        <input value={to} onChange={(event) => setTo(event.target.value)} autoComplete="username" autoCapitalize="none" spellCheck={false} inputMode="email" aria-invalid={isEmpty || undefined} aria-describedby="to-wrong" />
      </label>
      <p id="to-wrong" role="alert" className={parts.wrong}>
        {isEmpty && say.wrong}
      </p>
      {sending.error && <Failure happened={words.notSaved} error={sending.error} />}
      <Press kind="filled" type="submit" isBusy={sending.isPending}>
        {say.send}
      </Press>
    </form>
  );
};

const AskCode = ({ to, sent, onOther }: { to: string; sent: MyCodeSent; onOther: () => void }) => {
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const client = useQueryClient();
  const anew = useMutation({ mutationFn: () => api.post<MyCodeSent>('/my/codes', { to }) });
  const entering = useMutation({
    mutationFn: (digits: string) => api.post<MySession>('/my/session', { to, code: digits }),
    onSuccess: (session) => {
      setServerNow(session.now);
      forgetTapsOfOthers(client, session.interpreter.id);
      client.setQueryData(sessionQuery.queryKey, session);
      void client.resumePausedMutations();
    },
    onError: (error) => setWrong(sentenceOf(error)),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isWhole = /^\d{6}$/.test(code);
    setWrong(isWhole ? null : say.sixDigits);
    if (isWhole && !entering.isPending) entering.mutate(code);
  };
  return (
    <form className={style.form} onSubmit={submit} noValidate>
      <Status tone="ok" role="status" heading={sent.channel === 'sms' ? say.sms : say.email}>
        {say.minutes(sent.minutes)}
      </Status>
      <label className={parts.field}>
        <span>{say.code}</span>
        <input
          className={style.code}
          value={code}
          onChange={(event) => setCode(event.target.value.replace(/\D/g, '').slice(0, 6))}
          autoComplete="one-time-code"
          inputMode="numeric"
          autoFocus
          aria-invalid={wrong !== null || undefined}
          aria-describedby="code-wrong"
        />
      </label>
      <p id="code-wrong" role="alert" className={parts.wrong}>
        {wrong}
      </p>
      <Press kind="filled" type="submit" isBusy={entering.isPending}>
        {say.enter}
      </Press>
      <Press kind="quiet" onClick={() => anew.mutate()} isBusy={anew.isPending}>
        {say.anew}
      </Press>
      <Press kind="quiet" onClick={onOther}>
        {say.other}
      </Press>
      {anew.error && <Failure happened={words.notSaved} error={anew.error} />}
    </form>
  );
};

/** A code to the number or mailbox that the clinic has, and no password to forget. */
export const SignInPage = ({ hadSession }: { hadSession: boolean }) => {
  const [asked, setAsked] = useState<{ to: string; sent: MyCodeSent } | null>(null);
  return (
    <main className={style.page}>
      <Logo />
      <h1>{say.title}</h1>
      {hadSession && (
        <Status tone="warn" heading={say.ended} />
      )}
      {asked === null ? (
        <>
          <Note>{say.lead}</Note>
          <AskWhere onSent={(to, sent) => setAsked({ to, sent })} />
        </>
      ) : (
        <AskCode to={asked.to} sent={asked.sent} onOther={() => setAsked(null)} />
      )}
    </main>
  );
};
