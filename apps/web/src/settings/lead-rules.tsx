import { NumberInput } from '@mantine/core';
import { QuietButton } from '../design/quiet-button';
import { useAdding } from '../fields/adding';
import style from './settings.module.css';
import type { PolicyForm } from './weights';

const units = { offerHours: 'hours', 'filling.waits': 'minutes' } as const;
type Path = keyof typeof units;

type Props = {
  form: PolicyForm;
  path: Path;
  isReadOnly: boolean;
  /** What the sentence says before its number. */
  before: string;
  /** What the number is, for whoever does not see the sentence. */
  label: string;
};

const MOST = 6;

const rulesOf = ({ values }: PolicyForm, path: Path): { leadHours: number }[] => (path === 'offerHours' ? values.offerHours : values.filling.waits);

/** One sentence for each distance, furthest first: the last holds for whatever is nearer. */
export const LeadRules = ({ form, path, isReadOnly, before, label }: Props) => {
  const unit = units[path];
  const rules = rulesOf(form, path);
  const furthestFirst = rules.map((rule, index) => ({ ...rule, index })).sort((a, b) => b.index - a.index);
  const { adding, remove } = useAdding<HTMLButtonElement>(form);
  const add = () => {
    const leadHours = Math.max(...rules.map((rule) => rule.leadHours)) + 24;
    form.insertListItem(path, unit === 'hours' ? { leadHours, hours: 24 } : { leadHours, minutes: 60 });
  };
  const number = (index: number, name: string, said: string) => (
    <NumberInput
      className={style.number}
      aria-label={said}
      hideControls
      decimalScale={0}
      allowNegative={false}
      readOnly={isReadOnly}
      {...form.getInputProps(`${path}.${index}.${name}`)}
    />
  );
  const wrong = form.errors[path];

  return (
    <div className={style.leads}>
      {furthestFirst.map(({ index, leadHours }, row) => {
        const isNearest = index === 0;
        const isOnly = rules.length === 1;
        const where = isNearest ? (isOnly ? '' : ', nearer ones') : `, from ${leadHours} hours before`;
        return (
          <div key={index} className={style.sentence}>
            {row === 0 ? before : 'after'} {number(index, unit, `${label}, in ${unit}${where}`)} {isOnly ? `${unit}.` : unit}{' '}
            {isNearest ? (
              !isOnly && 'for whatever is nearer.'
            ) : (
              <>
                where the appointment is {number(index, 'leadHours', `${label}: from so many hours before, rule ${row + 1}`)} hours away or more,{' '}
                {!isReadOnly && (
                  <QuietButton onClick={() => remove(path, index)} aria-label={`${label}: remove the rule from ${leadHours} hours before`}>
                    Remove
                  </QuietButton>
                )}
              </>
            )}
          </div>
        );
      })}
      {typeof wrong === 'string' && (
        <p className={style.wrong} role="alert">
          {wrong}
        </p>
      )}
      {!isReadOnly && rules.length < MOST && (
        <div>
          <QuietButton ref={adding} onClick={add} aria-label={`${label}: another rule for appointments further away`}>
            Another rule for appointments further away
          </QuietButton>
        </div>
      )}
    </div>
  );
};
