import { ActionIcon, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import type { Variety } from '@dragoman/contracts';
import { useVarieties } from '../api/languages';
import { useZone } from '../api/session';
import { Card, CardHead } from '../design/card';
import { DateField } from '../fields/date-field';
import { VarietyPicker } from '../fields/variety-picker';
import { useNow } from '../time/clock';
import { wallOf } from '../time/wall';
import type { InterpreterValues } from './interpreter-values';
import style from './interpreters.module.css';

const isBookable = ({ bookable, kind }: Variety) => bookable && kind !== 'macro';

/** The varieties they interpret; a credential that lapses before an appointment rules them out on that day. */
export const SkillFields = ({ form }: { form: UseFormReturnType<InterpreterValues> }) => {
  const { find } = useVarieties();
  const today = wallOf(useNow(), useZone()).date;
  const { skills } = form.values;

  return (
    <Card label="Languages">
      <CardHead title="Languages" />
      {skills.length > 0 && (
        <ul className={style.skills}>
          {skills.map(({ varietyId, credentialExpiresOn }, index) => {
            const variety = find(varietyId);
            const name = variety?.name ?? varietyId;
            return (
              <li key={varietyId} className={style.skill}>
                <div className={style.skillName}>
                  <b>{name}</b>
                  {variety?.autonym && variety.autonym !== name && <bdi>{variety.autonym}</bdi>}
                </div>
                <TextInput
                  label={`Credential for ${name}`}
                  placeholder="DPSI health, none"
                  maxLength={80}
                  {...form.getInputProps(`skills.${index}.credential`)}
                />
                <DateField
                  label={`Expires, ${name}`}
                  value={credentialExpiresOn}
                  onChange={(date) => form.setFieldValue(`skills.${index}.credentialExpiresOn`, date)}
                  today={today}
                  isClearable
                  placeholder="No expiry"
                />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  mt={22}
                  aria-label={`Remove ${name}`}
                  onClick={() => form.removeListItem('skills', index)}
                >
                  <IconTrash size={18} stroke={1.8} aria-hidden />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      )}
      <VarietyPicker
        label={skills.length === 0 ? 'Language' : 'Another language'}
        isOffered={isBookable}
        asksWhich
        taken={skills.map(({ varietyId }) => varietyId)}
        onPick={({ id }) => {
          form.insertListItem('skills', { varietyId: id, credential: '', credentialExpiresOn: null });
          form.clearFieldError('skills');
        }}
        error={typeof form.errors.skills === 'string' ? form.errors.skills : undefined}
      />
    </Card>
  );
};
