import { Checkbox, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { roleBesideNames } from '../design/words';
import { InterpreterPicker } from './interpreter-picker';
import type { PatientValues } from './patient-values';
import style from './wishes.module.css';

type Wishes = PatientValues['interpreterWishes'];

const roles = Object.entries(roleBesideNames).map(([value, label]) => ({ value, label }));
const roleOf = (value: string | null): Wishes['roleBeside'] =>
  value !== null && value in roleBesideNames ? (value as NonNullable<Wishes['roleBeside']>) : null;

/** Whom they want and whom not. Nobody is asked why, and there is nowhere to write it. */
export const PersonWishFields = ({ form }: { form: UseFormReturnType<PatientValues> }) => {
  const { interpreterWishes: wishes } = form.values;
  const change = (part: Partial<Wishes>) => form.setFieldValue('interpreterWishes', { ...wishes, ...part });

  return (
    <div className={style.wishes}>
      <InterpreterPicker
        label="They would like"
        description="Shown first when they are possible"
        people={wishes.wanted}
        taken={wishes.refused}
        onChange={(wanted) => change({ wanted })}
      />
      <InterpreterPicker
        label="They do not want"
        description="Never offered to this patient. Do not ask why; the interpreter is not told."
        people={wishes.refused}
        taken={wishes.wanted}
        onChange={(refused) => change({ refused })}
      />
      <Checkbox
        label="Nobody who lives near them"
        description="Interpreters from the area around the clinic are left out."
        checked={wishes.avoidsLocalArea}
        onChange={(event) => change({ avoidsLocalArea: event.currentTarget.checked })}
      />
      <Checkbox
        label="Nobody from their community"
        description="Nothing is guessed: every interpreter is asked, without a name, whether anything stands against it."
        checked={wishes.avoidsCommunity}
        onChange={(event) => change({ avoidsCommunity: event.currentTarget.checked })}
      />
      <Select
        label="Somebody beside the interpreter"
        description="Shown on every booking, so that a coordinator arranges it"
        placeholder="Nobody else"
        clearable
        data={roles}
        value={wishes.roleBeside}
        onChange={(value) => change({ roleBeside: roleOf(value) })}
      />
    </div>
  );
};
