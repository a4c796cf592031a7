import { IconCircleCheck, IconPencilExclamation } from '@tabler/icons-react';
import type { MessageDraft } from '@dragoman/contracts';
import style from './draft-view.module.css';
import { Foreign } from './foreign';
import { IconWord } from './status';
import { Strip } from './strip';

const reviewWords = {
  source: { tone: 'quiet', icon: IconCircleCheck, word: 'Our own English' },
  draft: { tone: 'warn', icon: IconPencilExclamation, word: 'Machine-written draft' },
  reviewed: { tone: 'ok', icon: IconCircleCheck, word: 'Reviewed' },
} as const;

const ownWords = { tone: 'ok', icon: IconCircleCheck, word: 'Their own words' } as const;

/** Why it says so little. */
const neutralWords = ({ unconfirmed, isOwnWords, supporterName }: MessageDraft): string => {
  if (supporterName && unconfirmed) return `Nobody has spoken with ${supporterName} on this number yet, so only the time is said.`;
  if (supporterName) return `The patient agreed that ${supporterName} is told when, and nothing else.`;
  if (isOwnWords) return 'Somebody monitors this phone. Only these words are sent, once each time, and nothing is added.';
  return unconfirmed
    ? 'The number is not confirmed and may be a stranger’s by now, so no name, clinic, interpreter or language is mentioned. Ask whether it is theirs, and tick it in the profile.'
    : 'The phone may be read by others, so no name, clinic, interpreter or language is mentioned.';
};

const partsOf = ({ channel, characters, segments }: MessageDraft): string =>
  channel === 'voice' ? 'Said twice; a key answers at any time' : `${characters} characters${segments === null ? '' : segments === 1 ? ', 1 part' : `, ${segments} parts`}`;

/** A message as the phone or mailbox would show it, beside its meaning. */
export const DraftView = ({ draft }: { draft: MessageDraft }) => {
  const review = draft.isOwnWords ? ownWords : reviewWords[draft.reviewState];
  const isEnglish = draft.lang.startsWith('en');
  return (
    <>
      <div className={style.phone}>
        <div className={style.to}>
          {draft.supporterName && `${draft.supporterName}, told in their place: `}
          {draft.address}
        </div>
        <div className={style.bubble}>
          {draft.subject && <Foreign text={draft.subject} lang={draft.lang} dir={draft.dir} className={style.subject} />}
          <Foreign text={draft.body} lang={draft.lang} dir={draft.dir} />
        </div>
        <div className={style.meta}>
          <span>{partsOf(draft)}</span>
          <IconWord tone={review.tone} icon={review.icon}>
            {review.word}
            {draft.reviewedBy && ` by ${draft.reviewedBy}`}
          </IconWord>
        </div>
      </div>
      {!isEnglish && (
        <div className={style.english}>
          <div className={style.label}>In English</div>
          <Foreign text={draft.english} lang="en-GB" dir="ltr" />
        </div>
      )}
      {draft.neutral && (
        <Strip tone="warn">
          {neutralWords(draft)}
        </Strip>
      )}
    </>
  );
};
