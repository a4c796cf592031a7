import type { LetterPreview } from '@dragoman/contracts';
import { useState } from 'react';
import { Foreign } from '../design/foreign';
import { QuietButton } from '../design/quiet-button';
import style from './message.module.css';

const Sides = ({ letter, isEnglish }: { letter: LetterPreview; isEnglish: boolean }) => (
  <div className={style.sides} data-single={isEnglish || undefined}>
    {!isEnglish && (
      <div>
        <div className={style.label}>In English</div>
        <Foreign text={letter.english} lang="en-GB" dir="ltr" className={style.lines} />
      </div>
    )}
    <div className={style.sent} data-dir={letter.dir}>
      <div className={style.label}>{isEnglish ? 'As written' : `As written, ${letter.languageName}`}</div>
      <Foreign text={letter.body} lang={letter.lang} dir={letter.dir} className={style.lines} />
    </div>
  </div>
);

/** What was meant on the left, what stands on the paper on the right. */
export const LetterCard = ({ letter, startsOpen = true }: { letter: LetterPreview; startsOpen?: boolean }) => {
  const [isOpen, setOpen] = useState(startsOpen);
  const origin = [letter.neutral ? 'neutral wording, plain envelope' : null, letter.isDraft ? 'machine-written draft' : null].filter((part) => part !== null).join(' · ');
  return (
    <div className={style.message} data-open={isOpen || undefined}>
      {isOpen && <Sides letter={letter} isEnglish={letter.lang.startsWith('en')} />}
      <div className={style.foot}>
        {!startsOpen && (
          <QuietButton className={style.fold} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Hide text' : 'Show text'}
          </QuietButton>
        )}
        <span>{letter.address.join(', ')}</span>
        <span className={style.origin}>{origin}</span>
      </div>
    </div>
  );
};
