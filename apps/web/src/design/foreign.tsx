import type { ElementType } from 'react';
import style from './design.module.css';

type Props = { text: string; lang: string; dir: 'ltr' | 'rtl'; as?: ElementType; className?: string };

const scriptOf = (text: string): string | undefined => {
  if (/\p{Script=Arabic}/u.test(text)) return 'arabic';
  if (/\p{Script=Ethiopic}/u.test(text)) return 'ethiopic';
  return undefined;
};

/** Somebody's own words: each block carries its own language and direction. */
export const Foreign = ({ text, lang, dir, as: Block = 'div', className = '' }: Props) => (
  <Block className={`${style.foreign} ${className}`} lang={lang} dir={dir} data-script={scriptOf(text)}>
    {text}
  </Block>
);
