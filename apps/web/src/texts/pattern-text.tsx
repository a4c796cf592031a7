import { Fragment } from 'react';
import { piecesOf } from './pattern-pieces';
import { conditionOf } from './text-words';
import style from './texts.module.css';

const isValue = (part: string): boolean => /^\{\w+\}$/.test(part);

const Words = ({ text }: { text: string }) =>
  text.split(/(\{\w+\})/).map((part, place) => (isValue(part) ? <bdi key={place} className={style.value}>{part}</bdi> : <Fragment key={place}>{part}</Fragment>));

/** A text as it is written, in the parts that are said under different conditions; what is filled in is set apart. */
export const PatternText = ({ pattern, lang, dir }: { pattern: string; lang: string; dir: 'ltr' | 'rtl' }) => {
  const said = (piecesOf(pattern) ?? [{ kind: 'words' as const, text: pattern, within: [] }]).flatMap((piece) => (piece.kind === 'words' && piece.text !== '' ? [piece] : []));
  return (
    <div className={style.parts}>
      {said.map(({ text, within }, place) => (
        <div key={place}>
          {within.length > 0 && <div className={style.label}>{conditionOf(within)}</div>}
          <div className={style.pattern} lang={lang} dir={dir}>
            <Words text={text} />
          </div>
        </div>
      ))}
    </div>
  );
};

/** Its first line, for a list. */
export const PatternLine = ({ pattern }: { pattern: string }) => {
  const first = piecesOf(pattern)?.find(({ kind, text }) => kind === 'words' && text !== '')?.text ?? pattern;
  return <span className={style.line}>{(first.split('\n')[0] ?? '').replace(/\{(\w+)\}/g, '⟨$1⟩')}</span>;
};
