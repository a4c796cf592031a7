import { Fragment } from 'react';
import style from './texts.module.css';

const pieces = (pattern: string): string[] => pattern.split(/(\{\w+\})/);

const isValue = (piece: string): boolean => /^\{\w+\}$/.test(piece);

/** A text as it is written, with what is filled in set apart. */
export const PatternText = ({ pattern, lang, dir }: { pattern: string; lang: string; dir: 'ltr' | 'rtl' }) => (
  <div className={style.pattern} lang={lang} dir={dir}>
    {pieces(pattern).map((piece, place) => (isValue(piece) ? <bdi key={place} className={style.value}>{piece}</bdi> : <Fragment key={place}>{piece}</Fragment>))}
  </div>
);

/** Its first line, for a list: values in words’ clothing, choices left out. */
export const PatternLine = ({ pattern }: { pattern: string }) => {
  const [line = ''] = pattern.replace(/\{\w+, select,[\s\S]*$/, '').split('\n');
  const text = line.replace(/\{(\w+)\}/g, '⟨$1⟩').trim();
  return <span className={style.line}>{text || pattern}</span>;
};
