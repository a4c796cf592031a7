import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { QuietButton } from './quiet-button';
import { ErrorStrip } from './strip';
import { takeFocus } from './take-focus';
import style from './ask-once.module.css';

type Props = {
  /** On the button that opens the question. */
  opener: ReactNode;
  question: string;
  /** What follows from a yes. */
  children: ReactNode;
  yes: string;
  no: string;
  /** What did not happen, and what is safe all the same. */
  failed: { happened: string; safe: string };
  act: () => Promise<unknown>;
  onDone: () => void;
};

/** Asks once before something happens that others will notice; in its place, so that it covers nothing on a phone. */
export const AskOnce = ({ opener, question, children, yes, no, failed, act, onDone }: Props) => {
  const [isAsking, setAsking] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const { mutate, isPending, error, reset } = useMutation({ mutationFn: act, onSuccess: onDone });
  const ask = () => {
    reset();
    setAsking(!isAsking);
  };
  const keep = () => {
    setAsking(false);
    place.current?.querySelector('button')?.focus();
  };

  return (
    <div ref={place}>
      <QuietButton tone="bad" onClick={ask} aria-expanded={isAsking}>
        {opener}
      </QuietButton>
      {isAsking && (
        <div role="group" aria-label={question} className={style.ask}>
          <p>
            <b>{question}</b> {children}
          </p>
          {error && <ErrorStrip happened={failed.happened} error={error} safe={failed.safe} />}
          <div className={style.buttons}>
            <Button ref={takeFocus} variant="filled" loading={isPending} onClick={() => mutate()}>
              {yes}
            </Button>
            <Button onClick={keep}>{no}</Button>
          </div>
        </div>
      )}
    </div>
  );
};
