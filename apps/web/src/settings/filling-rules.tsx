import { NativeSelect, NumberInput } from '@mantine/core';
import type { FillingWay } from '@dragoman/contracts';
import { LeadRules } from './lead-rules';
import style from './settings.module.css';
import type { PolicyForm } from './weights';

const ways: { value: FillingWay; label: string }[] = [
  { value: 'by-hand', label: 'waits for somebody to offer it' },
  { value: 'waves', label: 'asks the best, then the next, until somebody accepts' },
  { value: 'broadcast', label: 'asks everybody who is possible at once' },
  { value: 'in-house', label: 'books our own interpreters, then asks others' },
];

type Props = { form: PolicyForm; isReadOnly: boolean };

const WayIn = ({ form, path, label, isReadOnly }: Props & { path: 'filling.way' | 'filling.afterGivenBack'; label: string }) => (
  <NativeSelect className={style.choice} aria-label={label} data={ways} disabled={isReadOnly} {...form.getInputProps(path)} />
);

const CountIn = ({ form, path, label, isReadOnly }: Props & { path: 'filling.waveSize' | 'filling.mostAsked'; label: string }) => (
  <NumberInput
    className={style.number}
    aria-label={label}
    hideControls
    decimalScale={0}
    allowNegative={false}
    readOnly={isReadOnly}
    {...form.getInputProps(path)}
  />
);

/** How a booking finds its interpreter by itself. Whom it may ask is never a matter of policy. */
export const FillingRules = (of: Props) => (
  <fieldset className={style.rule}>
    <legend>Finding somebody</legend>
    <div className={style.leads}>
      <div className={style.sentence}>
        A booking made without offers <WayIn {...of} path="filling.way" label="A booking made without offers" />
      </div>
      <div className={style.sentence}>
        When somebody gives a job back, it <WayIn {...of} path="filling.afterGivenBack" label="When somebody gives a job back" />
      </div>
      <div className={style.sentence}>
        <CountIn {...of} path="filling.waveSize" label="Asked at once" /> are asked at once, and at most{' '}
        <CountIn {...of} path="filling.mostAsked" label="Asked in all" /> in all.
      </div>
      <LeadRules {...of} path="filling.waits" before="The next are asked too after" label="The next are asked after" />
    </div>
    <p className={style.note}>Earlier, if all who were asked said no. Nobody is asked twice in one search, and nobody is booked by silence.</p>
  </fieldset>
);
