import { IconPencilExclamation } from '@tabler/icons-react';
import type { LetterPreview } from '@dragoman/contracts';
import draft from './draft-view.module.css';
import { Foreign } from './foreign';
import style from './letter-view.module.css';
import { IconWord } from './status';
import { Strip } from './strip';

/** What a letter says, beside its English. */
export const LetterView = ({ letter }: { letter: LetterPreview }) => (
  <div className={style.said}>
    <Foreign text={letter.body} lang={letter.lang} dir={letter.dir} className={style.paper} />
    {letter.languageName !== 'English' && (
      <div>
        <div className={draft.label}>In English</div>
        <Foreign text={letter.english} lang="en-GB" dir="ltr" />
      </div>
    )}
    {letter.isDraft && (
      <IconWord tone="warn" icon={IconPencilExclamation}>
        Machine-written draft
      </IconWord>
    )}
    {letter.neutral && (
      <Strip tone="warn">
        Others may open it, so no name, clinic, place or interpreter is mentioned. Use a plain envelope without a sender.
      </Strip>
    )}
  </div>
);
