import { Checkbox, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ChannelValue, PatientValues } from './patient-values';
import style from './patients.module.css';

type Props = { form: UseFormReturnType<PatientValues>; channel: ChannelValue; index: number };

const voicemails = [
  { value: 'not-asked', label: 'Not asked: leave no message' },
  { value: 'no', label: 'No: leave no message' },
  { value: 'yes', label: 'Yes: a message may be left' },
];
const meant: Record<string, boolean | null> = { 'not-asked': null, no: false, yes: true };

const wordOf = (voicemail: boolean | null | undefined): string => {
  if (voicemail === true) return 'yes';
  return voicemail === false ? 'no' : 'not-asked';
};

/** What is asked of a number, and not of a mailbox. */
export const NumberFields = ({ form, channel: { isConfirmed, voicemail }, index }: Props) => (
  <div className={style.number}>
    <Checkbox
      label="They said that this number is theirs"
      description={
        isConfirmed
          ? 'Confirmed. Changing the number asks again.'
          : 'Numbers pass to other people. Until this is ticked, or they answer from it, messages name nothing.'
      }
      checked={isConfirmed === true}
      onChange={(event) => form.setFieldValue(`channels.${index}.isConfirmed`, event.currentTarget.checked)}
    />
    <Select
      label="Voicemail"
      data={voicemails}
      allowDeselect={false}
      value={wordOf(voicemail)}
      onChange={(value) => form.setFieldValue(`channels.${index}.voicemail`, meant[value ?? 'not-asked'] ?? null)}
    />
  </div>
);
