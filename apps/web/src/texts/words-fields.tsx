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

interface Parts {
  pieces: readonly Piece[];
  /** Places of the pieces that somebody can write in; one that they emptied stays. */
  open: ReadonlySet<number>;
}

const partsOf = (pattern: string): Parts | null => {
  const pieces = piecesOf(pattern);
  return pieces && { pieces, open: new Set(pieces.flatMap(({ kind, text }, place) => (kind === 'words' && text !== '' ? [place] : []))) };
};

type Props = { text: TextView; pattern: string; isWhole: boolean; onTypedIn: (area: HTMLTextAreaElement) => void; onEdit: (pattern: string) => void };

/** The words of a text, each part by itself; or all of it as it is kept, where it cannot be taken apart. */
export const WordsFields = ({ text, pattern, isWhole, onTypedIn, onEdit }: Props) => {
  const [kept, setKept] = useState(() => partsOf(pattern));
  // Taken apart anew only if it became another by other means: a line break at an end would be taken out of the typist's hands.
  const parts = kept && joined(kept.pieces) === pattern ? kept : partsOf(pattern);
  if (!parts || isWhole) return <Area text={text} label={`Text in ${text.englishName}`} value={pattern} onTypedIn={onTypedIn} onChange={onEdit} />;
  const { pieces, open } = parts;
  const write = (place: number, words: string) => {
    const next = rewritten(pieces, place, words);
    setKept({ pieces: next, open });
    onEdit(joined(next));
  };
  return (
    <div className={style.parts}>
      {pieces.map((piece, place) =>
        piece.kind === 'words' && open.has(place) ? (
          <Area
            key={place}
            text={text}
            label={piece.within.length > 0 ? conditionOf(piece.within) : `Text in ${text.englishName}`}
            isLabelShown={piece.within.length > 0}
            value={piece.text}
            onTypedIn={onTypedIn}
            onChange={(value) => write(place, value)}
          />
        ) : null,
      )}
    </div>
  );
};
