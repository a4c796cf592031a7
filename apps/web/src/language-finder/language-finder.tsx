import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useCallbackRef, useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconMessageQuestion, IconSearch, IconZoomQuestion } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { FinderCard } from '@dragoman/contracts';
import { finderCardsQuery } from '../api/languages';
import { Empty } from '../design/empty';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { countriesOf } from './countries';
import { CountryField } from './country-field';
import { LanguageCards } from './language-cards';
import { learntHowOf, learntHows, type LearntHow } from './learnt-how';
import { NotIdentified, type Unidentified } from './not-identified';
import style from './language-finder.module.css';

type Props = {
  /** What is known so far about a language that nobody knows. */
  unidentified: Unidentified | null;
  /** Not offered once a language is recorded. */
  mayBeUnknown: boolean;
  taken: string[];
  onPick: (card: FinderCard, learntHow: LearntHow) => void;
  onUnknown: (found: Unidentified) => void;
};

const intoCards = (event: KeyboardEvent<HTMLInputElement>) => {
  if (event.key !== 'ArrowDown') return;
  event.preventDefault();
  event.currentTarget.closest('[data-language-finder]')?.querySelector<HTMLElement>('[data-language-cards] button')?.focus();
};

const useCards = (country: string | null, search: string) => {
  const { data: all = [] } = useQuery(finderCardsQuery({ country: null, search: '' }));
  const { data: cards = [], error, isPending, refetch } = useQuery(finderCardsQuery({ country, search }));
  return { all, cards, error: cards.length === 0 ? error : null, isPending, retry: () => void refetch() };
};

const Found = ({ cards, error, isPending, retry, search, onPick }: Omit<ReturnType<typeof useCards>, 'all'> & { search: string; onPick: (card: FinderCard) => void }) => {
  if (error) return <ErrorStrip happened="The languages could not be loaded." error={error} safe="What you wrote is kept." retry={{ run: retry }} />;
  if (isPending) return <Skeletons rows={6} height={72} label="Loading the languages" />;
  if (cards.length === 0) {
    return (
      <Empty icon={IconZoomQuestion} title={search === '' ? 'There is no other language.' : 'No language by that name.'}>
        Try how they say it, or the country’s or town’s word for it. Nothing typed shows all of them.
      </Empty>
    );
  }
  return <LanguageCards label="Languages" cards={cards} showsNamesToAvoid={search !== ''} onPick={onPick} />;
};

const Question = ({ asked, options, onPick, onBack }: { asked: FinderCard; options: FinderCard[]; onPick: (card: FinderCard) => void; onBack: () => void }) => (
  <section className={style.question} aria-label={`Which ${asked.name}?`}>
    <div className={style.questionHead}>
      <IconMessageQuestion size={22} stroke={1.8} aria-hidden />
      <p>
        <b>{asked.triage?.question}</b> <span>“{asked.name}” is not one language, so nobody can be booked for it.</span>
      </p>
    </div>
    <LanguageCards label="It may be one of these" cards={options} showsNamesToAvoid={false} onPick={onPick} />
    <div className={style.buttons}>
      <Button data-autofocus onClick={onBack}>
        Back to the languages
      </Button>
    </div>
  </section>
);

const without = (taken: string[], cards: FinderCard[]): FinderCard[] => cards.filter(({ id }) => !taken.includes(id));

/** Which language somebody speaks, found together: by pointing, by any name of it, by where they are from. */
const Finding = ({ unidentified, mayBeUnknown, taken, onPick, onUnknown }: Props) => {
  const [country, setCountry] = useState(unidentified?.country ?? null);
  const [typed, setTyped] = useState('');
  const [told, setTold] = useState<LearntHow | null>(null);
  const [asked, setAsked] = useState<FinderCard | null>(null);
  const [isUnknown, setIsUnknown] = useState(false);
  const [search] = useDebouncedValue(typed.trim(), 200);
  const { all, cards, ...state } = useCards(country, search);
  // A name that staff typed was said; a card that was pressed without one was pointed at.
  const learntHow = told ?? (typed.trim() === '' ? 'pointed' : 'self');
  const free = useMemo(() => without(taken, cards), [cards, taken]);
  const countries = useMemo(() => countriesOf(all), [all]);
  const pick = useCallbackRef((card: FinderCard) => (card.triage ? setAsked(card) : onPick(card, learntHow)));

  if (isUnknown) {
    const initial = { country, hint: typed.trim() || (unidentified?.hint ?? null) };
    return <NotIdentified initial={initial} countries={countries} onRecord={onUnknown} onBack={() => setIsUnknown(false)} />;
  }
  const how = (
    <Select label="How do we know?" data={learntHows} value={learntHow} onChange={(value) => setTold(learntHowOf(value) ?? null)} />
  );
  if (asked) {
    const options = without(taken, (asked.triage?.options ?? []).flatMap((id) => all.find((card) => card.id === id) ?? []));
    return (
      <>
        <div className={style.controls}>{how}</div>
        <Question asked={asked} options={options} onPick={pick} onBack={() => setAsked(null)} />
      </>
    );
  }
  return (
    <>
      <p className={style.said}>Turn the screen to them and let them point. Nothing is guessed from where they are from.</p>
      <div className={style.controls}>
        <TextInput
          data-autofocus
          dir="auto"
          label="What do they call it?"
          description="Any language and letters; spelt as it sounds"
          maxLength={100}
          leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={intoCards}
        />
        <CountryField
          description="Sorts the languages, never hides one"
          placeholder="Any country"
          countries={countries}
          country={country}
          onChange={setCountry}
        />
        {how}
        {mayBeUnknown && (
          <Button className={style.nobody} onClick={() => setIsUnknown(true)}>
            Nobody here knows
          </Button>
        )}
      </div>
      <Found {...state} cards={free} search={search} onPick={pick} />
    </>
  );
};

export const LanguageFinder = ({ isOpen, onClose, ...props }: Props & { isOpen: boolean; onClose: () => void }) => {
  const isPhone = useMediaQuery('(max-width: 700px)', false, { getInitialValueInEffect: false });
  return (
    <Modal opened={isOpen} onClose={onClose} title="Find the language" size={1080} fullScreen={isPhone} transitionProps={{ duration: 0 }}>
      <div className={style.finder} data-language-finder>
        <Finding {...props} />
      </div>
    </Modal>
  );
};
