import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { NotPossible } from '@dragoman/contracts';
import { QuietButton } from '../design/quiet-button';
import style from './candidates.module.css';

/** The first reason, and the others for whoever asks. */
const Reasons = ({ displayName, reasons }: NotPossible) => {
  const [isOpen, setOpen] = useState(false);
  const [first, ...others] = reasons;
  return (
    <>
      {first?.sentence}{' '}
      {others.length > 0 && (
        <QuietButton aria-expanded={isOpen} aria-label={`${isOpen ? 'Fewer' : `${others.length} more`} reasons, ${displayName}`} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Fewer' : `${others.length} more`}
        </QuietButton>
      )}
      {isOpen && (
        <ul className={style.others}>
          {others.map(({ code, sentence }) => (
            <li key={code}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  );
};

const shownAtFirst = 3;

export const NotPossibleList = ({ people }: { people: NotPossible[] }) => {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? people : people.slice(0, shownAtFirst);
  return (
    <section className={style.not} aria-label="Not possible">
      <div className={style.notHead}>
        <IconChevronRight size={16} stroke={2} aria-hidden data-open={isOpen || undefined} />
        <h3>{`Not possible (${people.length})`}</h3>
        {people.length > shownAtFirst && (
          <QuietButton aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Show fewer' : `Show all ${people.length}`}
          </QuietButton>
        )}
      </div>
      <dl className={style.reasons}>
        {shown.map((person) => (
          <div key={person.interpreterId}>
            <dt>{person.displayName}</dt>
            <dd>
              <Reasons {...person} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
