import { NumberInput } from '@mantine/core';
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
  <>
    <div>
      Interpreters are asked whether they still come <Minutes {...of} field="checkHoursBefore" label="Asked whether they still come, in hours before" /> hours
      before (0: not at all). Without an answer within <Minutes {...of} field="checkAnswerMinutes" label="Answer within, in minutes" /> minutes a person is
      alerted; nothing is cancelled.
    </div>
    <div>
      Somebody who is not there <Minutes {...of} field="absentAfterMinutes" label="Absent after, in minutes" /> minutes after the start can be marked as
      absent.
    </div>
    <div>
      Times of interpreter and clinic that differ by more than <Minutes {...of} field="disagreeMinutes" label="Times differ by, in minutes" /> minutes are
      looked at by a person.
    </div>
  </>
);
