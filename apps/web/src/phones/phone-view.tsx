import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconArrowLeft, IconPhoneCall, IconSend } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Phone } from '@dragoman/contracts';
import { replyFrom } from '../api/phones';
import { sentenceOf } from '../api/problem';
import { useZone } from '../api/session';
import { useNow } from '../time/clock';
import { nearDay, wallOf } from '../time/wall';
import { LinkedText } from './linked-text';
import style from './phones.module.css';

const scriptOf = (text: string) =>
  /\p{Script=Arabic}/u.test(text) ? 'arabic' : /\p{Script=Ethiopic}/u.test(text) ? 'ethiopic' : undefined;

const CallLine = ({ direction, from }: Pick<Phone['messages'][number], 'direction' | 'from'>) => (
  <div className={style.from}>
    <IconPhoneCall size={14} stroke={1.8} aria-hidden /> {direction === 'out' ? `Call from ${from}: they hear` : 'They press'}
  </div>
);

const Bubble = ({ message, kind }: { message: Phone['messages'][number]; kind: Phone['kind'] }) => {
  const zone = useZone();
  const { date, time } = wallOf(message.at, zone);
  const today = wallOf(useNow(), zone).date;
  return (
    <li className={style.bubbleRow} data-direction={message.direction}>
      <article className={style.bubble} data-kind={kind}>
        {kind === 'email' && <div className={style.from}>{message.from}</div>}
        {kind === 'voice' && <CallLine direction={message.direction} from={message.from} />}
        {message.subject && (
          <h3 lang={message.lang} dir={message.dir} data-script={scriptOf(message.subject)}>
            {message.subject}
          </h3>
        )}
        <div className={style.body} lang={message.lang} dir={message.dir} data-script={scriptOf(message.body)}>
          <LinkedText text={message.body} />
        </div>
      </article>
      <time dateTime={message.at}>{`${date === today ? '' : `${nearDay(date, today)} `}${time}`}</time>
    </li>
  );
};

const Reply = ({ phone }: { phone: Phone }) => {
  const [text, setText] = useState('');
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => replyFrom({ kind: 'sms', address: phone.address, body: text.trim() }),
    onSuccess: () => {
      setText('');
      void client.invalidateQueries({ queryKey: ['phones'] });
    },
  });
  return (
    <form
      className={style.reply}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '' && !isPending) mutate();
      }}
    >
      <TextInput
        aria-label={`Reply as ${phone.owner}`}
        placeholder="Reply"
        dir="auto"
        autoComplete="off"
        maxLength={1000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={error ? `Not sent. ${sentenceOf(error)}` : null}
      />
      <ActionIcon type="submit" variant="filled" size={36} radius={18} aria-label="Send reply" loading={isPending} disabled={text.trim() === ''}>
        <IconSend size={18} stroke={1.8} aria-hidden />
      </ActionIcon>
    </form>
  );
};

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** The keys of a phone, during the last call. */
const Keypad = ({ phone }: { phone: Phone }) => {
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (key: string) => replyFrom({ kind: 'voice', address: phone.address, body: key }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['phones'] }),
  });
  return (
    <div className={style.keypad} role="group" aria-label={`Keys of ${phone.owner}’s phone`}>
      {KEYS.map((key) => (
        <Button key={key} variant="default" aria-label={`Press ${key}`} disabled={isPending} onClick={() => mutate(key)}>
          {key}
        </Button>
      ))}
      {error && <p role="alert">Not pressed. {sentenceOf(error)}</p>}
    </div>
  );
};

const places: Readonly<Record<Phone['kind'], string>> = { sms: 'Phone', email: 'Mailbox', voice: 'Calls' };

/** One phone or mailbox, the newest message last and in sight. */
export const PhoneView = ({ phone, onBack }: { phone: Phone; onBack: () => void }) => {
  const end = useRef<HTMLOListElement>(null);
  const { length } = phone.messages;
  useEffect(() => {
    if (end.current) end.current.scrollTop = end.current.scrollHeight;
  }, [length]);

  return (
    <section className={style.phone} data-kind={phone.kind} aria-label={`${places[phone.kind]} of ${phone.owner}`}>
      <header className={style.phoneHead}>
        <ActionIcon variant="subtle" color="gray" size={36} className={style.back} aria-label="All phones" onClick={onBack}>
          <IconArrowLeft size={20} stroke={1.8} aria-hidden />
        </ActionIcon>
        <div>
          <h2>{phone.owner}</h2>
          <span dir="ltr">{phone.address}</span>
        </div>
      </header>
      <ol className={style.messages} ref={end} tabIndex={0} aria-label="Messages" aria-live="polite">
        {phone.messages.map((message) => (
          <Bubble key={message.id} message={message} kind={phone.kind} />
        ))}
      </ol>
      {phone.kind === 'sms' && <Reply phone={phone} />}
      {phone.kind === 'voice' && <Keypad phone={phone} />}
    </section>
  );
};
