import { Checkbox, NumberInput, Switch } from '@mantine/core';
import { rung, type Rung } from '@dragoman/contracts';
import style from './settings.module.css';
import type { PolicyForm } from './weights';

type Props = { form: PolicyForm; isReadOnly: boolean };

const tries: Record<Rung, string> = { video: 'try video', phone: 'try the telephone', relay: 'try a relay through a third language', rebook: 'ask a colleague to agree another day' };
/** What is suggested for a way that was not tried so far. */
const usual: Record<Rung, number> = { video: 24, phone: 12, relay: 6, rebook: 4 };

const Step = ({ form, isReadOnly, to }: Props & { to: Rung }) => {
  const { steps } = form.values.ladder;
  const at = steps.findIndex((step) => step.to === to);
  const toggle = (isTried: boolean) => {
    const others = steps.filter((step) => step.to !== to);
    const all = isTried ? [...others, { to, hoursBefore: usual[to] }] : others;
    form.setFieldValue('ladder.steps', [...all].sort((a, b) => rung.options.indexOf(a.to) - rung.options.indexOf(b.to)));
  };
  return (
    <div className={style.step}>
      <Checkbox
        aria-label={`If nobody accepts, ${tries[to]}`}
        disabled={isReadOnly}
        checked={at >= 0}
        onChange={(event) => toggle(event.currentTarget.checked)}
      />
      {at < 0 ? (
        <span>Do not {tries[to]}</span>
      ) : (
        <div className={style.sentence}>
          If nobody accepts by{' '}
          <NumberInput
            className={style.number}
            aria-label={`Hours before, to ${tries[to]}`}
            hideControls
            allowDecimal={false}
            allowNegative={false}
            readOnly={isReadOnly}
            {...form.getInputProps(`ladder.steps.${at}.hoursBefore`)}
          />{' '}
          hours before, {tries[to]}
        </div>
      )}
    </div>
  );
};

/** What is tried when nobody accepts, and when. */
export const LadderFields = ({ form, isReadOnly }: Props) => {
  const { isOn } = form.values.ladder;
  const wrong = form.errors['ladder.steps'];
  return (
    <div className={style.steps}>
      <Switch
        label="Other ways are tried when nobody accepts"
        disabled={isReadOnly}
        checked={isOn}
        onChange={(event) => form.setFieldValue('ladder.isOn', event.currentTarget.checked)}
      />
      {isOn && (
        <>
          {rung.options.map((to) => (
            <Step key={to} form={form} isReadOnly={isReadOnly} to={to} />
          ))}
          {wrong && <p role="alert" className={style.wrong}>{wrong}</p>}
          <div className={style.sentence}>
            Whoever is asked has at least{' '}
            <NumberInput
              className={style.number}
              aria-label="At least, in minutes"
              hideControls
              allowDecimal={false}
              allowNegative={false}
              readOnly={isReadOnly}
              {...form.getInputProps('ladder.restMinutes')}
            />{' '}
            minutes before the next is tried.
          </div>
        </>
      )}
    </div>
  );
};
