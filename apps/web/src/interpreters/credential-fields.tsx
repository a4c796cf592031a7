import { Checkbox, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { DateField } from '../fields/date-field';
import { CredentialStatus } from './credential-status';
import type { InterpreterValues, SkillValues } from './interpreter-values';
import style from './interpreters.module.css';

const scopes: { value: SkillValues['scope'][number]; label: string }[] = [
  { value: 'health', label: 'Health' },
  { value: 'mental-health', label: 'Mental health' },
  { value: 'social-care', label: 'Social care' },
  { value: 'legal', label: 'Legal' },
];

type Props = { form: UseFormReturnType<InterpreterValues>; index: number; name: string; today: string };

/** What proves it; who gave it, for what and until when are asked once it has a name. */
export const CredentialFields = ({ form, index, name, today }: Props) => {
  const skill = form.values.skills[index];
  if (!skill) return null;
  const { credential, credentialExpiresOn } = skill;
  const path = `skills.${index}` as const;
  const expiryError = form.errors[`${path}.credentialExpiresOn`]?.toString();
  return (
    <>
      <div className={style.fields}>
        <TextInput label={`Credential for ${name}`} placeholder="DPSI Health; leave empty for none" maxLength={80} {...form.getInputProps(`${path}.credential`)} />
        {credential.trim() !== '' && (
          <div>
            <DateField
              label={`Expires, ${name}`}
              value={credentialExpiresOn}
              onChange={(date) => form.setFieldValue(`${path}.credentialExpiresOn`, date)}
              today={today}
              isClearable
              placeholder="No expiry"
              error={expiryError}
            />
            {credentialExpiresOn && <CredentialStatus date={credentialExpiresOn} today={today} />}
          </div>
        )}
      </div>
      {credential.trim() !== '' && (
        <>
          <div className={style.fields}>
            <TextInput label={`Given by, ${name}`} placeholder="CIOL Qualifications, NRCPD" maxLength={80} {...form.getInputProps(`${path}.credentialBody`)} />
            <TextInput label={`Level, ${name}`} placeholder="Level 6" maxLength={40} {...form.getInputProps(`${path}.credentialLevel`)} />
          </div>
          <Checkbox.Group
            mt="xs"
            label={`Covers, ${name}`}
            description="As the paper says; leave all empty if it does not"
            {...form.getInputProps(`${path}.scope`)}
          >
            <div className={style.checks}>
              {scopes.map(({ value, label }) => (
                <Checkbox key={value} value={value} label={label} />
              ))}
            </div>
          </Checkbox.Group>
        </>
      )}
    </>
  );
};
