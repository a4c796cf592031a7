import { Button, Textarea } from '@mantine/core';
import { useRef } from 'react';
import type { TextView } from '@dragoman/contracts';
import { Card, CardHead } from '../design/card';
import { Foreign } from '../design/foreign';
import { QuietButton } from '../design/quiet-button';
import { PatternText } from './pattern-text';
import { argumentWords, isChoice } from './text-words';
import style from './texts.module.css';

const ValueButton = ({ name, onPut }: { name: string; onPut: (value: string) => void }) => (
  <button type="button" className={style.chip} onClick={() => onPut(`{${name}}`)} title={argumentWords[name] ?? name}>
    {`{${name}}`}
    <span> {argumentWords[name] ?? name}</span>
  </button>
);

/** What must stay, and what it stands for; a value is put in where the cursor is. */
const Values = ({ names, onPut }: { names: readonly string[]; onPut: ((value: string) => void) | null }) =>
  names.length > 0 && (
    <div className={style.values}>
      <span className={style.label}>Filled in for each patient; all of it must stay:</span>
      {names.map((name) =>
        isChoice(name) || !onPut ? (
          <span key={name} className={style.chip} data-fixed>
            {`{${name}${isChoice(name) ? ' …' : ''}}`}
            <span> {argumentWords[name] ?? name}</span>
          </span>
        ) : (
          <ValueButton key={name} name={name} onPut={onPut} />
        ),
      )}
    </div>
  );

type Props = { text: TextView; pattern: string; isEdited: boolean; mayReview: boolean; onEdit: (pattern: string) => void; onStartAgain: () => void };

/** The English on the left, what is said in its place on the right. */
export const Sides = ({ text, pattern, isEdited, mayReview, onEdit, onStartAgain }: Props) => {
  const area = useRef<HTMLTextAreaElement>(null);
  const put = (value: string) => {
    const { selectionStart = pattern.length, selectionEnd = pattern.length } = area.current ?? {};
    onEdit(`${pattern.slice(0, selectionStart)}${value}${pattern.slice(selectionEnd)}`);
    area.current?.focus();
  };
  return (
    <div className={style.sides}>
      <Card label="English">
        <CardHead title="English" />
        <PatternText pattern={text.english} lang="en-GB" dir="ltr" />
      </Card>
      <Card label={text.englishName}>
        <CardHead title={text.englishName} aside={isEdited && <QuietButton onClick={onStartAgain}>Undo my changes</QuietButton>} />
        {mayReview ? (
          <Textarea
            ref={area}
            aria-label={`Text in ${text.englishName}`}
            value={pattern}
            onChange={(event) => onEdit(event.currentTarget.value)}
            autosize
            minRows={3}
            maxLength={4000}
            spellCheck={false}
            classNames={{ input: style.area ?? '' }}
            lang={text.lang}
            dir={text.dir}
          />
        ) : (
          <PatternText pattern={pattern} lang={text.lang} dir={text.dir} />
        )}
        <Values names={text.arguments} onPut={mayReview ? put : null} />
        {text.said !== text.draft && (
          <details className={style.earlier}>
            <summary>As the machine wrote it</summary>
            <Foreign text={text.draft} lang={text.lang} dir={text.dir} />
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
