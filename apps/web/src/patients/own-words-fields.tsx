import { Select, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useVarieties } from '../api/languages';
import type { ChannelValue, PatientValues } from './patient-values';
import style from './patients.module.css';

type Props = { form: UseFormReturnType<PatientValues>; channel: ChannelValue; index: number };

/** For a phone that somebody monitors: what the patient chose to receive there, to the letter. */
export const OwnWordsFields = ({ form, channel: { ownWords }, index }: Props) => {
  const { find } = useVarieties();
  const ids = [...new Set([...form.values.languages.map(({ varietyId }) => varietyId), ...(ownWords ? [ownWords.varietyId] : [])])];
  const varietyId = ownWords?.varietyId ?? ids[0];
  if (varietyId === undefined) return <p className={style.number}>Their own words can be sent here: first write down a language.</p>;
  const path = `channels.${index}.ownWords`;
  return (
    <div className={style.number}>
      <TextInput
        label="The exact words, if they chose some"
        description="Sent just so instead of every message, with no name, link or time of ours. Empty: nothing is ever sent."
        dir="auto"
        maxLength={300}
        autoComplete="off"
        value={ownWords?.text ?? ''}
        onChange={(event) => form.setFieldValue(path, { text: event.currentTarget.value, varietyId })}
        error={form.errors[`${path}.text`] ?? form.errors[path]}
      />
      <Select
        label="Written in"
        allowDeselect={false}
        value={varietyId}
        data={ids.map((id) => ({ value: id, label: find(id)?.name ?? id }))}
        onChange={(value) => value && form.setFieldValue(path, { text: ownWords?.text ?? '', varietyId: value })}
      />
    </div>
  );
};
