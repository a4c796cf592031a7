import { Slider } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { MatchingWeights, OrganisationPolicyView } from '@dragoman/contracts';
import { examplePeople, exampleSentence } from './ranking-example';
import style from './settings.module.css';

export type PolicyForm = UseFormReturnType<OrganisationPolicyView>;

const meanings: { name: keyof MatchingWeights; label: string; means: string }[] = [
  { name: 'exactness', label: 'Dialect', means: 'the same language and dialect before one that is close to it' },
  { name: 'continuity', label: 'Knows the patient', means: 'who has interpreted for this patient before' },
  { name: 'wish', label: 'Patient’s wish', means: 'who meets what the patient would like, where that is a wish and not a must' },
  { name: 'travel', label: 'Travel', means: 'who comes from near by; in person only' },
  { name: 'record', label: 'Kept bookings', means: 'who has kept the bookings they accepted' },
  { name: 'fair-share', label: 'Fair share', means: 'who has had little work in the last 30 days for the hours they offer' },
  { name: 'cost', label: 'Cost', means: 'who charges less by the hour' },
  { name: 'credential', label: 'Credential', means: 'who has a credential, and a higher one' },
];

/** What counts how much when interpreters are ranked, and what that does. */
export const Weights = ({ form, isReadOnly }: { form: PolicyForm; isReadOnly: boolean }) => {
  const { weights } = form.values.matching;
  return (
    <fieldset className={style.rule}>
      <legend>Who is suggested first</legend>
      <p className={style.note}>
        Who may be booked at all is never a matter of weight. Among those, each of these counts in proportion; 0 leaves it out.
      </p>
      <div className={style.weights}>
        {meanings.map(({ name, label, means }) => (
          <div key={name} className={style.weight}>
            <div>
              <b>{label}</b> <span className={style.note}>{means}</span>
            </div>
            <Slider
              thumbLabel={`${label}: how much it counts`}
              min={0}
              max={100}
              label={null}
              disabled={isReadOnly}
              value={weights[name]}
              onChange={(value) => form.setFieldValue(`matching.weights.${name}`, value)}
            />
            <output aria-hidden>{weights[name]}</output>
          </div>
        ))}
      </div>
      {form.errors['matching.weights'] && (
        <p className={style.wrong} role="alert">
          {form.errors['matching.weights']}
        </p>
      )}
      <div className={style.example}>
        <p>An example, with the arithmetic of every search:</p>
        <ul>
          {examplePeople.map(({ name, about }) => (
            <li key={name}>
              <b>{name}</b> {about}.
            </li>
          ))}
        </ul>
        <p role="status">
          <b>{exampleSentence(weights)}</b> Fair share counts {weights['fair-share']}: the more it counts, the sooner work goes to who has had little.
        </p>
      </div>
    </fieldset>
  );
};
