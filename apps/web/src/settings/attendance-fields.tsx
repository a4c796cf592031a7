import { Checkbox, NumberInput } from '@mantine/core';
import style from './settings.module.css';
import type { PolicyForm } from './weights';

type Field = 'absentAfterMinutes' | 'disagreeMinutes' | 'checkHoursBefore' | 'checkAnswerMinutes';
type Props = { form: PolicyForm; isReadOnly: boolean };

const Minutes = ({ form, isReadOnly, field, label }: Props & { field: Field; label: string }) => (
  <NumberInput
    className={style.number}
    aria-label={label}
    hideControls
    allowDecimal={false}
    allowNegative={false}
    readOnly={isReadOnly}
    {...form.getInputProps(`attendance.${field}`)}
  />
);

/** What happens on the day of an appointment, in sentences. */
export const AttendanceFields = (of: Props) => (
  <div className={style.steps}>
    <div className={style.sentence}>
      Interpreters are asked whether they still come <Minutes {...of} field="checkHoursBefore" label="Asked whether they still come, in hours before" /> hours
      before (0: not at all). Without an answer within <Minutes {...of} field="checkAnswerMinutes" label="Answer within, in minutes" /> minutes a person is
      alerted; nothing is cancelled.
    </div>
    <div className={style.sentence}>
      Somebody who is not there <Minutes {...of} field="absentAfterMinutes" label="Absent after, in minutes" /> minutes after the start can be marked as
      absent.
    </div>
    <div className={style.sentence}>
      Times of interpreter and clinic that differ by more than <Minutes {...of} field="disagreeMinutes" label="Times differ by, in minutes" /> minutes are
      looked at by a person.
    </div>
    <Checkbox.Group label="When an interpreter does not come, somebody else is looked for" {...of.form.getInputProps('attendance.emergencyBy')}>
      <div className={style.checks}>
        <Checkbox value="phone" label="by phone" disabled={of.isReadOnly} />
        <Checkbox value="video" label="by video" disabled={of.isReadOnly} />
        <Checkbox value="in-person" label="in person, where they are there before half of it is over" disabled={of.isReadOnly} />
      </div>
    </Checkbox.Group>
  </div>
);
