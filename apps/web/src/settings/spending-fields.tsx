import { NumberInput, Switch, TextInput } from '@mantine/core';
import style from './settings.module.css';
import type { PolicyForm } from './weights';

type AmountProps = { form: PolicyForm; path: 'monthlyCap' | 'pricePerPart' | 'pricePerCall'; label: string; decimals: number; isReadOnly: boolean };

const Amount = ({ form, path, label, decimals, isReadOnly }: AmountProps) => {
  const { value, onChange, ...input } = form.getInputProps(`spending.${path}`);
  return (
    <NumberInput
      {...input}
      className={style.number}
      aria-label={label}
      hideControls
      decimalScale={decimals}
      allowNegative={false}
      readOnly={isReadOnly}
      value={Number.isNaN(value) ? '' : value}
      onChange={(amount) => onChange(amount === '' ? Number.NaN : amount)}
    />
  );
};

/** No price is suggested: it is in the organisation's contract and nowhere else. */
const nothingYet = { monthlyCap: Number.NaN, pricePerPart: Number.NaN, pricePerCall: Number.NaN, currency: '' };

export const SpendingFields = ({ form, isReadOnly }: { form: PolicyForm; isReadOnly: boolean }) => {
  const of = { form, isReadOnly };
  return (
    <>
      <Switch
        label="Text messages and calls have a limit"
        disabled={isReadOnly}
        checked={form.values.spending !== null}
        onChange={(event) => form.setFieldValue('spending', event.currentTarget.checked ? nothingYet : null)}
      />
      {form.values.spending && (
        <div className={style.sentence}>
          At most <Amount {...of} path="monthlyCap" label="Most in a month" decimals={2} />{' '}
          <TextInput
            className={style.number}
            aria-label="Currency, three letters"
            maxLength={3}
            readOnly={isReadOnly}
            {...form.getInputProps('spending.currency')}
            onChange={(event) => form.setFieldValue('spending.currency', event.currentTarget.value.toUpperCase())}
          />{' '}
          in a calendar month, where each part of a text message costs <Amount {...of} path="pricePerPart" label="Price of a part" decimals={5} />{' '}
          and each call <Amount {...of} path="pricePerCall" label="Price of a call" decimals={5} />
        </div>
      )}
    </>
  );
};
