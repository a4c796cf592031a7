import { NumberInput } from '@mantine/core';
import style from './settings.module.css';
import type { PolicyForm } from './weights';

export const PhoneNowRule = ({ form, isReadOnly }: { form: PolicyForm; isReadOnly: boolean }) => (
  <fieldset className={style.rule}>
    <legend>Somebody on the phone now</legend>
    <div className={style.sentence}>
      Each interpreter who is called has{' '}
      <NumberInput
        className={style.number}
        aria-label="Time for each who is called, in seconds"
        hideControls
        decimalScale={0}
        allowNegative={false}
        readOnly={isReadOnly}
        {...form.getInputProps('phoneNow.secondsEach')}
      />{' '}
      seconds before the next is called.
    </div>
  </fieldset>
);
