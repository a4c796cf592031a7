import { NumberInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RulesProps } from './rules-card';
import style from './settings.module.css';

/** One thing that is decided, as a sentence with places to fill. */
export const Rule = ({ title, children, note }: { title: string; children: ReactNode; note?: string }) => (
  <fieldset className={style.rule}>
    <legend>{title}</legend>
    <div className={style.sentence}>{children}</div>
    {note && <p className={style.note}>{note}</p>}
  </fieldset>
);

type NumberPath = 'lengthMultiplier' | 'suggestedLengthUpTo' | 'matching.localAreaKm' | 'givingBack.freelyUntilHours' | 'cancelling.lateHours';

export const NumberIn = ({ form, path, label, isReadOnly, decimals = 0 }: RulesProps & { path: NumberPath; label: string; decimals?: number }) => (
  <NumberInput className={style.number} aria-label={label} hideControls decimalScale={decimals} allowNegative={false} readOnly={isReadOnly} {...form.getInputProps(path)} />
);
