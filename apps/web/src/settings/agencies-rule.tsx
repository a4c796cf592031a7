import { NumberInput } from '@mantine/core';
import style from './settings.module.css';
import type { PolicyForm } from './weights';

export const AgenciesRule = ({ form, isReadOnly }: { form: PolicyForm; isReadOnly: boolean }) => (
  <fieldset className={style.rule}>
    <legend>Outside agencies</legend>
    <div className={style.sentence}>
      A request to an agency ends when it has not answered after{' '}
      <NumberInput
        className={style.number}
        aria-label="A request to an agency ends after, in hours"
        hideControls
        decimalScale={0}
        allowNegative={false}
        readOnly={isReadOnly}
        {...form.getInputProps('agencies.answerHours')}
      />{' '}
      hours; silence is a no, and a person is asked to go on looking.
    </div>
  </fieldset>
);
