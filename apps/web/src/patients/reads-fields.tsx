import { ActionIcon, Button } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPhoneCall, IconPlus, IconX } from '@tabler/icons-react';
import type { Variety } from '@dragoman/contracts';
import { useVarieties } from '../api/languages';
import { Card, CardHead } from '../design/card';
import { Strip } from '../design/strip';
import { VarietyPicker } from '../fields/variety-picker';
import type { LanguageValue, PatientValues } from './patient-values';
import style from './patients.module.css';

// Any language a message exists in may be read, whether or not somebody can be booked for it.
export const isReadable = ({ bookable, kind, hasText }: Variety) => kind === 'spoken' && (bookable || hasText);

const hasText = (variety: Variety) => variety.hasText;

/** Reading is asked apart from speaking: many people read another language than they speak, or none. */
export const ReadsFields = ({ form }: { form: UseFormReturnType<PatientValues> }) => {
  const { all, find } = useVarieties();
  const { languages } = form.values;
  const read = languages.filter(({ role }) => role === 'reads');
  const spoken = languages.filter(({ role }) => role === 'speaks');
  const isRead = (id: string) => read.some(({ varietyId }) => varietyId === id);
  const change = (next: LanguageValue[]) => form.setFieldValue('languages', [...languages.filter(({ role }) => role !== 'reads'), ...next]);
  const add = ({ id }: Variety) => change([...read, { varietyId: id, role: 'reads', enoughForDoctor: false, learntHow: 'self' }]);
  const near = spoken.flatMap(({ varietyId }) => find(varietyId) ?? []).filter((variety) => isReadable(variety) && !isRead(variety.id));
  const english = all.find(({ id, hasText }) => id === 'eng' && hasText);
  const quick = english && !isRead(english.id) && !near.includes(english) ? [...near, english] : near;
  const mayWrite = read.some(({ varietyId }) => find(varietyId)?.hasText);
  const notes = read.flatMap(({ varietyId }) => find(varietyId)?.literacyNote ?? []);

  return (
    <Card label="What can they read?">
      <CardHead title="What can they read?" />
      <p className={style.ask}>Ask: “If we write to you, in which language?” Speaking a language does not mean reading it.</p>
      {read.length > 0 && (
        <ul className={style.tags}>
          {read.map((language) => {
            const name = find(language.varietyId)?.name ?? language.varietyId;
            return (
              <li key={language.varietyId}>
                {name}
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={28}
                  aria-label={`Cannot read ${name}`}
                  onClick={() => change(read.filter((one) => one !== language))}
                >
                  <IconX size={16} stroke={1.8} aria-hidden />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
      )}
      <div className={style.quick}>
        {quick.map((variety) => (
          <Button key={variety.id} size="compact-md" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add(variety)}>
            Reads {variety.name}
          </Button>
        ))}
        {read.length > 0 && (
          <Button size="compact-md" onClick={() => change([])}>
            Nothing, or not sure
          </Button>
        )}
      </div>
      <VarietyPicker
        label={read.length === 0 ? 'A language they read' : 'Another language they read'}
        placeholder="Arabic, Tigrinya, English …"
        isOffered={isReadable}
        isPreferred={hasText}
        taken={read.map(({ varietyId }) => varietyId)}
        onPick={add}
      />
      {!mayWrite && (
        <Strip tone="quiet" icon={IconPhoneCall}>
          {read.length === 0
            ? 'Nothing, or not sure: no text is sent. They are called instead, by a voice that they understand or by a person.'
            : 'We cannot write in this language yet. They are called instead, by a voice that they understand or by a person.'}
        </Strip>
      )}
      {notes.map((note) => (
        <p key={note} className={style.hint}>
          {note}
        </p>
      ))}
    </Card>
  );
};
