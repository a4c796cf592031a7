import { ActionIcon, SegmentedControl, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { Variety } from '@dragoman/contracts';
import { useVarieties } from '../api/languages';
import { Card, CardHead } from '../design/card';
import { VarietyPicker } from '../fields/variety-picker';
import type { LanguageValue, PatientValues } from './patient-values';
import style from './patients.module.css';

const learnt: { value: LanguageValue['learntHow']; label: string }[] = [
  { value: 'self', label: 'They told us' },
  { value: 'pointed', label: 'They pointed at it' },
  { value: 'audio', label: 'They recognised a recording' },
  { value: 'relative', label: 'A relative told us' },
  { value: 'record', label: 'From the record' },
];

const learntOf = (value: string | null) => learnt.find((one) => one.value === value)?.value;

type RowProps = {
  language: LanguageValue;
  variety: Variety | undefined;
  isFirst: boolean;
  onChange: (part: Partial<LanguageValue>) => void;
  onRaise: () => void;
  onRemove: () => void;
};

const LanguageRow = ({ language, variety, isFirst, onChange, onRaise, onRemove }: RowProps) => {
  const name = variety?.name ?? language.varietyId;
  return (
    <li className={style.language}>
      <div className={style.languageHead}>
        <b>{name}</b>
        {variety?.autonym && variety.autonym !== name && <bdi className={style.soft}>{variety.autonym}</bdi>}
        {isFirst && <span className={style.soft}>booked first</span>}
        <span className={style.rowButtons}>
          {!isFirst && (
            <ActionIcon variant="subtle" color="gray" aria-label={`Book ${name} first`} onClick={onRaise}>
              <IconArrowUp size={18} stroke={1.8} aria-hidden />
            </ActionIcon>
          )}
          <ActionIcon variant="subtle" color="gray" aria-label={`Remove ${name}`} onClick={onRemove}>
            <IconTrash size={18} stroke={1.8} aria-hidden />
          </ActionIcon>
        </span>
      </div>
      {variety?.namesToAvoid && <p className={style.hint}>Names to avoid: {variety.namesToAvoid}</p>}
      <div className={style.languageFields}>
        <div>
          <div className={style.label} id={`enough-${language.varietyId}`}>
            Enough to talk to a doctor?
          </div>
          <SegmentedControl
            aria-labelledby={`enough-${language.varietyId}`}
            value={language.enoughForDoctor ? 'yes' : 'no'}
            onChange={(answer) => onChange({ enoughForDoctor: answer === 'yes' })}
            data={[
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No' },
            ]}
          />
        </div>
        <Select
          label="How do we know?"
          data={learnt}
          value={language.learntHow}
          onChange={(value) => onChange({ learntHow: learntOf(value) ?? language.learntHow })}
        />
      </div>
    </li>
  );
};

const isSpokenOrSigned = ({ bookable, kind }: Variety) => bookable && kind !== 'macro';

/** What they speak or sign, best first; each asked openly, none inferred. */
export const SpeaksFields = ({ form }: { form: UseFormReturnType<PatientValues> }) => {
  const { find } = useVarieties();
  const { languages } = form.values;
  const spoken = languages.filter(({ role }) => role !== 'reads');
  const change = (next: LanguageValue[]) => form.setFieldValue('languages', [...next, ...languages.filter(({ role }) => role === 'reads')]);

  return (
    <Card label="What do they speak?">
      <CardHead title="What do they speak?" />
      <p className={style.ask}>Ask: “Which language do you speak at home? What do you call it? Which town is it from?”</p>
      {spoken.length > 0 && (
        <ol className={style.languages}>
          {spoken.map((language, index) => (
            <LanguageRow
              key={language.varietyId}
              language={language}
              variety={find(language.varietyId)}
              isFirst={index === 0}
              onChange={(part) => change(spoken.map((one) => (one === language ? { ...one, ...part } : one)))}
              onRaise={() => change([language, ...spoken.filter((one) => one !== language)])}
              onRemove={() => change(spoken.filter((one) => one !== language))}
            />
          ))}
        </ol>
      )}
      <VarietyPicker
        label={spoken.length === 0 ? 'Language' : 'Another language'}
        isOffered={isSpokenOrSigned}
        asksWhich
        taken={spoken.map(({ varietyId }) => varietyId)}
        onPick={(variety) =>
          change([
            ...spoken,
            {
              varietyId: variety.id,
              role: variety.kind === 'signed' ? 'signs' : 'speaks',
              // Only the first is taken to be enough; every other one is asked about.
              enoughForDoctor: spoken.length === 0,
              learntHow: 'self',
            },
          ])
        }
      />
    </Card>
  );
};
