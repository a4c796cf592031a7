import { Button } from '@mantine/core';
import { IconCheck, IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import type { NotPossible, PatientConsent } from '@dragoman/contracts';
import { QuietButton } from '../design/quiet-button';
import { IconWord } from '../design/status';
import { ConsentPanel, type PanelProps } from './consent-panel';
import { askedWords, byVariety } from './consent-words';
import style from './consent.module.css';

type Props = Omit<PanelProps, 'variety'> & {
  people: readonly NotPossible[];
  /** Written with the booking, once it is made. */
  given?: readonly PatientConsent[];
  onTakeBack?: (variety: string) => void;
};

const listed = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');

/** Interpreters of a variety that is not the patient's: greyed, until the patient has been asked. */
export const ConsentGroup = ({ people, given = [], onTakeBack, ...panel }: Props) => {
  const [open, setOpen] = useState<string | null>(null);
  const groups = byVariety(people);
  const taken = new Map(given.map((consent) => [consent.interpreterVariety, consent]));
  if (groups.length === 0 && taken.size === 0) return null;
  const onAgree = (consent: PatientConsent) => {
    panel.onAgree(consent);
    // On a booking the server answers first; a refusal is read where the answer was given.
    if (onTakeBack) setOpen(null);
  };
  return (
    <section className={style.group} aria-label="Possible if the patient agrees">
      <h3>Possible if the patient agrees</h3>
      {[...taken.values()].map(({ interpreterVariety, how }) => (
        <div key={interpreterVariety} className={style.taken}>
          <IconWord tone="ok" icon={IconCheck}>
            The patient agreed, {askedWords[how]}.{onTakeBack && ' It is written with the booking.'}
          </IconWord>
          {onTakeBack && <QuietButton onClick={() => onTakeBack(interpreterVariety)}>Take back</QuietButton>}
        </div>
      ))}
      {groups.map(({ varietyId, level, names }) => (
        <div key={varietyId} className={style.variety}>
          <div className={style.who}>
            <span>{listed(names)}</span>
            <IconWord tone="warn" icon={IconHandStop}>
              {level === 'last_resort' ? 'Last resort: the patient and a coordinator agree first' : 'Close variety: the patient agrees first'}
            </IconWord>
          </div>
          {!taken.has(varietyId) && (
            <Button
              size="xs"
              aria-expanded={open === varietyId}
              aria-label={`${open === varietyId ? 'Close' : 'Ask the patient'}: ${listed(names)}`}
              onClick={() => setOpen(open === varietyId ? null : varietyId)}
            >
              {open === varietyId ? 'Close' : 'Ask the patient'}
            </Button>
          )}
          {taken.has(varietyId) && level === 'last_resort' && (
            <span className={style.waits}>Waits for a coordinator, on the page of the booking</span>
          )}
          {open === varietyId && !taken.has(varietyId) && <ConsentPanel {...panel} variety={varietyId} onAgree={onAgree} />}
        </div>
      ))}
    </section>
  );
};
