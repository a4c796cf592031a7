import { ActionIcon, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { ContactFormat } from '@dragoman/contracts';
import { useAdding } from '../fields/adding';
import type { PatientValues } from './patient-values';
import { formatNames } from './profile-words';
import style from './patients.module.css';

const all = Object.keys(formatNames) as ContactFormat[];

/** How they wish to be told, first things first. */
export const FormatFields = ({ form }: { form: UseFormReturnType<PatientValues> }) => {
  const { formats } = form.values;
  const { adding, remove } = useAdding<HTMLInputElement>(form);
  const left = all.filter((format) => !formats.includes(format));
  return (
    <div className={style.safeHours}>
      <div className={style.label} id="formats">
        How do they wish to be told?
      </div>
      <p className={style.hint}>
        {formats.length === 0
          ? 'Not asked: the ways above are tried in their order.'
          : 'In this order, and in no other way. What we cannot send becomes a task for a person.'}
      </p>
      {formats.length > 0 && (
        <ol className={style.formats} aria-labelledby="formats">
          {formats.map((format, index) => (
            <li key={format}>
              <span>{formatNames[format].word}</span>
              {index > 0 && (
                <ActionIcon variant="subtle" color="gray" size={36} aria-label={`${formatNames[format].word} earlier`} onClick={() => form.reorderListItem('formats', { from: index, to: index - 1 })}>
                  <IconArrowUp size={18} stroke={1.8} aria-hidden />
                </ActionIcon>
              )}
              <ActionIcon variant="subtle" color="gray" size={36} aria-label={`Remove ${formatNames[format].word}`} onClick={() => remove('formats', index)}>
                <IconTrash size={18} stroke={1.8} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ol>
      )}
      {left.length > 0 && (
        <Select
          ref={adding}
          className={style.code}
          label={formats.length === 0 ? 'First choice' : 'And if that is not possible'}
          placeholder="Choose"
          value={null}
          data={left.map((format) => ({ value: format, label: formatNames[format].word }))}
          onChange={(value) => {
            const chosen = left.find((format) => format === value);
            if (chosen) form.insertListItem('formats', chosen);
          }}
        />
      )}
    </div>
  );
};
