import { Select, Switch, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useMemo } from 'react';
import { allCountries } from '../language-finder/countries';
import type { PatientValues } from './patient-values';
import { safeties, safetyNames, safetyOf, type Safety } from './profile-words';
import style from './patients.module.css';

type Form = UseFormReturnType<PatientValues>;

const consequences: Record<Safety, string> = {
  private: 'The letter says who writes, and when and where to come.',
  shared: 'A plain envelope, and a letter that says when and nothing else.',
  unknown: 'Until somebody asks: a plain envelope, and a letter that says when and nothing else.',
  monitored: 'No letter is posted.',
  unsafe: 'No letter is posted, ever.',
};

/** What the server says of a line is shown below all of them. */
const errorOf = (errors: Form['errors']) => Object.entries(errors).find(([path]) => path.startsWith('post.lines'))?.[1];

/** Where letters reach them, and who else opens the post there. */
export const PostFields = ({ form }: { form: Form }) => {
  const { post } = form.values;
  const countries = useMemo(() => allCountries(), []);
  const change = (part: Partial<NonNullable<PatientValues['post']>>) => post && form.setFieldValue('post', { ...post, ...part });
  return (
    <div className={style.safeHours}>
      <Switch
        label="Has a postal address"
        checked={post !== null}
        onChange={(event) => form.setFieldValue('post', event.currentTarget.checked ? { lines: [], country: null, safety: 'unknown' } : null)}
      />
      {post && (
        <div className={style.post}>
          <Textarea
            label="Postal address"
            description="Street, postcode and town, a line each. Their name is printed above it."
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autosize
            minRows={3}
            autoComplete="off"
            value={post.lines.join('\n')}
            onChange={(event) => change({ lines: event.currentTarget.value.split('\n') })}
            error={errorOf(form.errors)}
          />
          <div>
            <Select
              label="Who opens the post?"
              description={consequences[post.safety]}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              data={safeties.map((safety) => ({ value: safety, label: safetyNames[safety].word }))}
              allowDeselect={false}
              value={post.safety}
              onChange={(value) => change({ safety: safetyOf(value) ?? post.safety })}
            />
            <Select
              label="Country"
              placeholder="The clinic’s own"
              data={countries}
              searchable
              clearable
              value={post.country}
              onChange={(country) => change({ country })}
              error={form.errors['post.country']}
            />
          </div>
        </div>
      )}
    </div>
  );
};
