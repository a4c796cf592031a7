import { Button, Checkbox, Radio, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCalendarEvent, IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import type { Appointment, AskedWay, ConsentQuestion, PatientConsent } from '@dragoman/contracts';
import { consentQuestionQuery } from '../api/consents';
import { topicWords } from '../design/topic-words';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip, Strip } from '../design/strip';
import { modalityWords } from '../design/words';
import { shortDay } from '../time/wall';
import { askedChoices, notTheirs } from './consent-words';
import style from './consent.module.css';

type Alternative = ConsentQuestion['alternatives'][number];

type AlternativesProps = { question: ConsentQuestion; own: string; onInstead?: ((alternative: Alternative) => void) | undefined };

const wordsOf = ({ displayName, date, time, modality }: Alternative) =>
  `${displayName} on ${shortDay(date)} ${time}, ${modalityWords[modality].word.toLowerCase()}`;

const Alternatives = ({ question, own, onInstead }: AlternativesProps) => (
  <div>
    <h4>First choice: an interpreter of {own}</h4>
    {question.alternatives.length === 0 ? (
      <p>Nobody of {own} is free at this time within two weeks, nor in another way on the day.</p>
    ) : (
      <ul className={style.instead}>
        {question.alternatives.map((alternative) => (
          <li key={`${alternative.interpreterId} ${alternative.date} ${alternative.modality}`}>
            {onInstead ? (
              <Button leftSection={<IconCalendarEvent size={16} stroke={1.8} aria-hidden />} onClick={() => onInstead(alternative)}>
                Book {wordsOf(alternative)} instead
              </Button>
            ) : (
              <span>{wordsOf(alternative)}</span>
            )}
          </li>
        ))}
      </ul>
    )}
  </div>
);

type FormProps = {
  question: ConsentQuestion;
  own: string;
  isBusy: boolean;
  error: unknown;
  onAgree: (consent: PatientConsent) => void;
};

const AgreeForm = ({ question, own, isBusy, error, onAgree }: FormProps) => {
  const [how, setHow] = useState<AskedWay | null>(null);
  const [standing, setStanding] = useState(false);
  const refusal = how === null ? undefined : notTheirs[how];
  const { interpreterVariety, alternativesId, name } = question;
  return (
    <>
      <Radio.Group
        label={`The patient agrees to ${name}. How were they asked?`}
        value={how}
        onChange={(value) => setHow(value as AskedWay)}
      >
        <Stack gap={6} mt={6}>
          {askedChoices(own).map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      {refusal && (
        <Strip tone="bad" icon={IconHandStop} role="alert">
          <b>This does not count.</b> {refusal}
        </Strip>
      )}
      {question.mayStand && !refusal && (
        <Checkbox
          label="They said that it holds for later bookings too"
          description="They are asked again after a year, and can take it back at any time."
          checked={standing}
          onChange={(event) => setStanding(event.currentTarget.checked)}
        />
      )}
      {error !== null && error !== undefined && <ErrorStrip happened="Not recorded." error={error} safe="Nobody was asked." />}
      <Button
        disabled={how === null || refusal !== undefined}
        loading={isBusy}
        onClick={() => how && onAgree({ interpreterVariety, how, alternativesId, standing })}
      >
        The patient agrees, for this booking
      </Button>
    </>
  );
};

const SecondPerson = ({ coordinators }: ConsentQuestion) => (
  <Strip tone="warn" icon={IconHandStop}>
    <b>A last resort takes two people.</b>{' '}
    {coordinators.length > 0
      ? `After the patient, ${coordinators.slice(0, 3).join(' or ')} has to agree too, on the page of the booking. Until then nobody is asked.`
      : 'After the patient, a coordinator who is not you has to agree too, and there is none yet. Book another date instead.'}
  </Strip>
);

export type PanelProps = {
  about: { appointment: Appointment } | { bookingId: string };
  variety: string;
  /** What the patient speaks. */
  own: string;
  isBusy?: boolean;
  error?: unknown;
  onInstead?: ((alternative: Alternative) => void) | undefined;
  onAgree: (consent: PatientConsent) => void;
};

/** What the table says of the pair, other dates first, and only then the patient's own word. */
export const ConsentPanel = ({ about, variety, own, isBusy = false, error, onInstead, onAgree }: PanelProps) => {
  const { data: question, error: failed, refetch } = useQuery(consentQuestionQuery(about, variety));
  if (failed && !question)
    return <ErrorStrip happened="The other dates could not be looked up." error={failed} safe="Nothing was changed." retry={{ run: () => void refetch() }} />;
  if (!question) return <Skeletons rows={2} height={40} label="Looking at other dates" />;
  const isLast = question.level === 'last_resort';
  const notFor = question.notFor.map((topic) => topicWords[topic as keyof typeof topicWords]?.toLowerCase() ?? topic);
  return (
    <div className={style.panel}>
      <p>
        {question.name} is {isLast ? 'only partly understood by speakers of' : 'close to'} {own}: {question.reason}. It starts with a
        read-back{notFor.length > 0 && `, and is not for ${notFor.join(', ')}`}.
      </p>
      <Alternatives question={question} own={own} onInstead={onInstead} />
      {!question.mayBeAsked && (
        <Strip tone="bad" icon={IconHandStop}>
          <b>Not for what this is about.</b> Choose another date, or say what it is about if that was left blank.
        </Strip>
      )}
      {question.mayBeAsked && isLast && <SecondPerson {...question} />}
      {question.mayBeAsked && <AgreeForm key={question.alternativesId} question={question} own={own} isBusy={isBusy} error={error} onAgree={onAgree} />}
    </div>
  );
};
