import { ActionIcon, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconArrowsExchange, IconTrash } from '@tabler/icons-react';
import type { Variety } from '@dragoman/contracts';
import { useVarieties } from '../api/languages';
import { useZone } from '../api/session';
import { Card, CardHead } from '../design/card';
import { useAdding } from '../fields/adding';
import { VarietyPicker } from '../fields/variety-picker';
import { useNow } from '../time/clock';
import { wallOf } from '../time/wall';
import { CredentialFields } from './credential-fields';
import { emptySkill, type InterpreterValues, type SkillValues } from './interpreter-values';
import style from './interpreters.module.css';

type Form = UseFormReturnType<InterpreterValues>;

const isBookable = ({ bookable, kind }: Variety) => bookable && kind !== 'macro';

const directionsOf = (name: string, other: string): { value: SkillValues['direction']; label: string }[] => [
  { value: 'both', label: 'Both ways' },
  { value: 'into-other', label: `Only ${name} into ${other}` },
  { value: 'out-of-other', label: `Only ${other} into ${name}` },
];

const SkillRow = ({ form, index, today, onRemove }: { form: Form; index: number; today: string; onRemove: () => void }) => {
  const { all, find } = useVarieties();
  const skill = form.values.skills[index];
  if (!skill) return null;
  const variety = find(skill.varietyId);
  const name = variety?.name ?? skill.varietyId;
  const other = find(skill.otherId)?.name ?? skill.otherId;
  const errorOf = (field: string) => form.errors[`skills.${index}.${field}`];
  return (
    <li className={style.skill}>
      <div className={style.skillName}>
        <b>{name}</b>
        {variety?.autonym && variety.autonym !== name && <bdi>{variety.autonym}</bdi>}
        <IconArrowsExchange size={16} stroke={1.8} aria-label="and" />
        <b>{other}</b>
        <ActionIcon variant="subtle" color="gray" size={36} aria-label={`Remove ${name} and ${other}`} onClick={onRemove}>
          <IconTrash size={18} stroke={1.8} aria-hidden />
        </ActionIcon>
      </div>
      {errorOf('varietyId') && <p className={style.wrong}>{errorOf('varietyId')}</p>}
      <div className={style.fields}>
        <Select
          label={`Other side of ${name}`}
          data={all.filter((one) => isBookable(one) && one.id !== skill.varietyId).map(({ id, name: label }) => ({ value: id, label }))}
          searchable
          limit={60}
          nothingFoundMessage="No language by that name."
          value={skill.otherId}
          onChange={(id) => id && form.setFieldValue(`skills.${index}.otherId`, id)}
          error={errorOf('otherId')}
        />
        <Select label={`Direction, ${name} and ${other}`} data={directionsOf(name, other)} allowDeselect={false} {...form.getInputProps(`skills.${index}.direction`)} />
      </div>
      <CredentialFields form={form} index={index} name={skill.otherId === 'eng' ? name : `${name} and ${other}`} today={today} />
    </li>
  );
};

/** Between what they interpret; a credential that lapses before an appointment rules them out on that day. */
export const SkillFields = ({ form }: { form: Form }) => {
  const today = wallOf(useNow(), useZone()).date;
  const { skills } = form.values;
  const { adding, remove } = useAdding<HTMLInputElement>(form);

  return (
    <Card label="Languages">
      <CardHead title="Languages" />
      {skills.length > 0 && (
        <ul className={style.skills}>
          {skills.map(({ varietyId }, index) => (
            <SkillRow key={`${varietyId} ${index}`} form={form} index={index} today={today} onRemove={() => remove('skills', index)} />
          ))}
        </ul>
      )}
      <VarietyPicker
        inputRef={adding}
        label={skills.length === 0 ? 'Language' : 'Another language'}
        {...(skills.length > 0 && { description: 'Or the same one again, towards another side' })}
        isOffered={isBookable}
        asksWhich
        taken={['eng', ...skills.filter(({ otherId }) => otherId === 'eng').map(({ varietyId }) => varietyId)]}
        onPick={({ id }) => {
          form.insertListItem('skills', emptySkill(id));
          form.clearFieldError('skills');
        }}
        error={typeof form.errors.skills === 'string' ? form.errors.skills : undefined}
      />
    </Card>
  );
};
