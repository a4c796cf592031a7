import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { TextView } from '@dragoman/contracts';
import { joined, type Piece, piecesOf, rewritten } from './pattern-pieces';
import { conditionOf } from './text-words';
import style from './texts.module.css';

type AreaProps = { text: TextView; label: string; isLabelShown?: boolean; value: string; onTypedIn: (area: HTMLTextAreaElement) => void; onChange: (value: string) => void };

/** Where a browser does not fit the field to its words. */
const LINE = 46;
const linesOf = (value: string): number => value.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / LINE)), 0);

const Area = ({ text, label, isLabelShown = false, value, onTypedIn, onChange }: AreaProps) => (
  <Textarea
    label={isLabelShown ? label : undefined}
    aria-label={isLabelShown ? `Text in ${text.englishName}: ${label}` : label}
    value={value}
    onFocus={(event) => onTypedIn(event.currentTarget)}
    onChange={(event) => onChange(event.currentTarget.value)}
    rows={linesOf(value)}
    maxLength={4000}
    spellCheck={false}
    classNames={{ input: style.area ?? '' }}
    lang={text.lang}
    dir={text.dir}
  />
);

type Props = { text: TextView; pattern: string; isWhole: boolean; onTypedIn: (area: HTMLTextAreaElement) => void; onEdit: (pattern: string) => void };

/** The words of a text, each part by itself; or all of it as it is kept, where it cannot be taken apart. */
export const WordsFields = ({ text, pattern, isWhole, onTypedIn, onEdit }: Props) => {
  const [kept, setKept] = useState<readonly Piece[] | null>(() => piecesOf(pattern));
  // Taken apart anew only if it became another by other means: a line break at an end would be taken out of the typist's hands.
  const pieces = kept && joined(kept) === pattern ? kept : piecesOf(pattern);
  if (!pieces || isWhole) return <Area text={text} label={`Text in ${text.englishName}`} value={pattern} onTypedIn={onTypedIn} onChange={onEdit} />;
  const shown = pieces.flatMap((piece, place) => (piece.kind === 'words' && (piece.text !== '' || piece.within.at(-1)?.endsWith('=yes')) ? [{ ...piece, place }] : []));
  const write = (place: number, words: string) => {
    const next = rewritten(pieces, place, words);
    setKept(next);
    onEdit(joined(next));
  };
  return (
    <div className={style.parts}>
      {shown.map(({ text: words, within, place }) => (
        <Area
          key={place}
          text={text}
          label={within.length > 0 ? conditionOf(within) : `Text in ${text.englishName}`}
          isLabelShown={within.length > 0}
          value={words}
          onTypedIn={onTypedIn}
          onChange={(value) => write(place, value)}
        />
      ))}
    </div>
  );
};
