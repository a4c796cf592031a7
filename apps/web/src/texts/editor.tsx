import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { TextView } from '@dragoman/contracts';
import { Card, CardHead } from '../design/card';
import { QuietButton } from '../design/quiet-button';
import { PatternText } from './pattern-text';
import { argumentWords, isChoice } from './text-words';
import style from './texts.module.css';
import { WordsFields } from './words-fields';

/** What must stay, and what it stands for; a click puts it where somebody typed last. */
const Values = ({ names, onPut }: { names: readonly string[]; onPut: ((value: string) => void) | null }) => {
  const values = names.filter((name) => !isChoice(name));
  if (values.length === 0) return null;
  return (
    <div className={style.values}>
      <span className={style.label}>Filled in for each patient; each must stay:</span>
      {values.map((name) =>
        onPut ? (
          <button key={name} type="button" className={style.chip} onClick={() => onPut(`{${name}}`)}>
            {`{${name}}`} <span>{argumentWords[name] ?? name}</span>
          </button>
        ) : (
          <span key={name} className={style.chip} data-fixed>
            {`{${name}}`} <span>{argumentWords[name] ?? name}</span>
          </span>
        ),
      )}
    </div>
  );
};

/** As a typist would: undo and the cursor stay right. */
const putInto = (area: HTMLTextAreaElement, value: string) => {
  const setter = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
  const { selectionStart, selectionEnd, value: before } = area;
  setter?.call(area, `${before.slice(0, selectionStart)}${value}${before.slice(selectionEnd)}`);
  area.dispatchEvent(new Event('input', { bubbles: true }));
  area.focus();
  area.setSelectionRange(selectionStart + value.length, selectionStart + value.length);
};

type Props = { text: TextView; pattern: string; isEdited: boolean; mayReview: boolean; onEdit: (pattern: string) => void; onStartAgain: () => void };

/** The English on the left, what is said in its place on the right. */
export const Sides = ({ text, pattern, isEdited, mayReview, onEdit, onStartAgain }: Props) => {
  const [isWhole, setWhole] = useState(false);
  const lastTyped = useRef<HTMLTextAreaElement>(null);
  const hasParts = text.arguments.some(isChoice);
  return (
    <div className={style.sides}>
      <Card label="English">
        <CardHead title="English" />
        <PatternText pattern={text.english} lang="en-GB" dir="ltr" />
      </Card>
      <Card label={text.englishName}>
        <CardHead
          title={text.englishName}
          aside={
            <div className={style.ways}>
              {isEdited && <QuietButton onClick={onStartAgain}>Undo my changes</QuietButton>}
              {mayReview && hasParts && <QuietButton tone="quiet" onClick={() => setWhole(!isWhole)}>{isWhole ? 'Part by part' : 'All of it at once'}</QuietButton>}
            </div>
          }
        />
        {mayReview ? (
          <WordsFields text={text} pattern={pattern} isWhole={isWhole} onTypedIn={(area) => (lastTyped.current = area)} onEdit={onEdit} />
        ) : (
          <PatternText pattern={pattern} lang={text.lang} dir={text.dir} />
        )}
        <Values names={text.arguments} onPut={mayReview ? (value) => lastTyped.current && putInto(lastTyped.current, value) : null} />
        {text.said !== text.draft && (
          <details className={style.earlier}>
            <summary>As the machine wrote it</summary>
            <PatternText pattern={text.draft} lang={text.lang} dir={text.dir} />
            {mayReview && pattern !== text.draft && (
              <Button size="xs" onClick={() => onEdit(text.draft)}>
                Begin from it
              </Button>
            )}
          </details>
        )}
      </Card>
    </div>
  );
};
