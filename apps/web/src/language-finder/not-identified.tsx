import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Patient } from '@dragoman/contracts';
import { CountryField } from './country-field';
import style from './language-finder.module.css';

export type Unidentified = NonNullable<Patient['unidentified']>;

type Props = {
  initial: Unidentified;
  countries: { value: string; label: string }[];
  onRecord: (found: Unidentified) => void;
  onBack: () => void;
};

/** Nobody here knows it: what may help to find out, and no more. */
export const NotIdentified = ({ initial, countries, onRecord, onBack }: Props) => {
  const [country, setCountry] = useState(initial.country);
  const [hint, setHint] = useState(initial.hint ?? '');
  return (
    <section className={style.unknown} aria-label="Nobody here knows">
      <p className={style.said}>
        Nobody can be booked until the language is known. The desk gets a task to find it, with what you write here.
      </p>
      <CountryField description="If they told you" countries={countries} country={country} onChange={setCountry} />
      <TextInput
        label="What do they call it, or which town?"
        description="As they say it; a few words"
        maxLength={80}
        value={hint}
        onChange={(event) => setHint(event.currentTarget.value)}
      />
      <div className={style.buttons}>
        <Button onClick={onBack}>Back to the languages</Button>
        <Button variant="filled" onClick={() => onRecord({ country, hint: hint.trim() || null })}>
          Record that it is not known
        </Button>
      </div>
    </section>
  );
};
