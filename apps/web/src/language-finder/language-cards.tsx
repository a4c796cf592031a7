import { UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, memo, useRef } from 'react';
import type { FinderCard } from '@dragoman/contracts';
import { nextCard } from './next-card';
import style from './language-finder.module.css';

type CardProps = { card: FinderCard; onPick: () => void; onKeyDown: (event: KeyboardEvent) => void };

const CardButton = ({ card, onPick, onKeyDown }: CardProps) => {
  const { name, autonym, lang, dir, bookable } = card;
  const isNamedTwice = autonym !== null && autonym !== name;
  return (
    <UnstyledButton type="button" className={style.card} onClick={onPick} onKeyDown={onKeyDown}>
      {isNamedTwice && (
        <bdi className={style.autonym} lang={lang ?? undefined} dir={dir}>
          {autonym}
        </bdi>
      )}{' '}
      <span className={isNamedTwice ? style.english : style.onlyName}>{name}</span>{' '}
      {!bookable && <span className={style.several}>asks which one</span>}
    </UnstyledButton>
  );
};

type Props = {
  label: string;
  cards: FinderCard[];
  /** Only while staff type: somebody who points must not read a name that hurts. */
  showsNamesToAvoid: boolean;
  onPick: (card: FinderCard) => void;
};

const columnsOf = (buttons: HTMLElement[]): number => {
  const top = buttons[0]?.offsetTop;
  const below = buttons.findIndex(({ offsetTop }) => offsetTop !== top);
  return below === -1 ? buttons.length : below;
};

/** Languages by their own names, large enough to point at; arrow keys go from one to the next. Hundreds: not drawn again by a letter typed. */
export const LanguageCards = memo(({ label, cards, showsNamesToAvoid, onPick }: Props) => {
  const list = useRef<HTMLUListElement>(null);
  const move = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const index = buttons.findIndex((button) => button === document.activeElement);
    const next = nextCard(event.key, { index, count: buttons.length, columns: columnsOf(buttons) });
    if (index === -1 || next === undefined) return;
    event.preventDefault();
    buttons[next]?.focus();
  };

  return (
    <ul className={style.cards} aria-label={label} ref={list} data-language-cards>
      {cards.map((card) => (
        <li key={card.id}>
          <CardButton card={card} onPick={() => onPick(card)} onKeyDown={move} />
          {showsNamesToAvoid && card.namesToAvoid && <p className={style.avoid}>Names to avoid: {card.namesToAvoid}</p>}
        </li>
      ))}
    </ul>
  );
});
