import { Checkbox, SegmentedControl } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Card, CardHead } from '../design/card';
import { countsFromDawn, type PatientValues } from './patient-values';
import { PersonWishFields } from './person-wish-fields';
import style from './patients.module.css';

type Gender = 'none' | 'woman' | 'man';

/** What they wish of an interpreter, and how they count the hours. */
export const WishFields = ({ form }: { form: UseFormReturnType<PatientValues> }) => {
  const { genderWish, languages } = form.values;
  const setGender = (gender: Gender) =>
    form.setFieldValue('genderWish', gender === 'none' ? null : { gender, strength: genderWish?.strength ?? 'required' });

  return (
    <Card label="Wishes">
      <CardHead title="Wishes" />
      <div className={style.wishes}>
        <div>
          <div className={style.label} id="gender-wish">
            Interpreter is
          </div>
          <SegmentedControl
            aria-labelledby="gender-wish"
            value={genderWish?.gender ?? 'none'}
            onChange={setGender}
            data={[
              { value: 'none' as const, label: 'Anybody' },
              { value: 'woman' as const, label: 'A woman' },
              { value: 'man' as const, label: 'A man' },
            ]}
          />
        </div>
        {genderWish && (
          <div>
            <div className={style.label} id="wish-strength">
              How strongly?
            </div>
            <SegmentedControl
              aria-labelledby="wish-strength"
              value={genderWish.strength}
              onChange={(strength) => form.setFieldValue('genderWish', { ...genderWish, strength })}
              data={[
                { value: 'required' as const, label: 'Required' },
                { value: 'preferred' as const, label: 'Preferred' },
              ]}
            />
          </div>
        )}
      </div>
      {genderWish?.strength === 'required' && <p className={style.hint}>Nobody else is ever offered; only the patient lifts it.</p>}
      <PersonWishFields form={form} />
      {countsFromDawn(languages) && (
        <Checkbox
          mt="sm"
          label="They count the hours from dawn: write that time too"
          {...form.getInputProps('dawnClock', { type: 'checkbox' })}
        />
      )}
    </Card>
  );
};
