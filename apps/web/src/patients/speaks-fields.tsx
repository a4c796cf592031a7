import { ActionIcon, Button, SegmentedControl, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconArrowUp, IconHandFinger, IconLanguageOff, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Variety } from '@dragoman/contracts';
import { useVarieties } from '../api/languages';
import { Card, CardHead } from '../design/card';
import { Strip } from '../design/strip';
import { VarietyPicker } from '../fields/variety-picker';
import { countryName } from '../language-finder/countries';
import { LanguageFinder } from '../language-finder/language-finder';
import { learntHowOf, learntHows, type LearntHow } from '../language-finder/learnt-how';
import type { Unidentified } from '../language-finder/not-identified';
import type { LanguageValue, PatientValues } from './patient-values';
import style from './patients.module.css';

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
          data={learntHows}
          value={language.learntHow}
          onChange={(value) => onChange({ learntHow: learntHowOf(value) ?? language.learntHow })}
        />
      </div>
    </li>
  );
};

const isSpokenOrSigned = ({ bookable, kind }: Variety) => bookable && kind !== 'macro';

const NotKnownYet = ({ about, onForget }: { about: Unidentified; onForget: () => void }) => {
  const known = [about.country && `from ${countryName(about.country)}`, about.hint && `they say “${about.hint}”`].filter(Boolean).join(', ');
  return (
    <Strip
      tone="warn"
      icon={IconLanguageOff}
      action={
        <Button size="xs" onClick={onForget}>
          Take back
        </Button>
      }
    >
      <b>Language not known yet{known ? `: ${known}` : ''}.</b> Once saved, the desk is asked to find it. Nobody can be booked until then.
    </Strip>
  );
};

/** What they speak or sign, best first; each asked openly, none inferred. */
export const SpeaksFields = ({ form, isFinding }: { form: UseFormReturnType<PatientValues>; isFinding: boolean }) => {
  const { find } = useVarieties();
  const [isOpen, setIsOpen] = useState(isFinding);
  const { languages, unidentified } = form.values;
  const spoken = languages.filter(({ role }) => role !== 'reads');
  const change = (next: LanguageValue[]) => form.setFieldValue('languages', [...next, ...languages.filter(({ role }) => role === 'reads')]);
  const add = ({ id, kind }: Pick<Variety, 'id' | 'kind'>, learntHow: LearntHow) => {
    // Only the first is taken to be enough; every other one is asked about.
    change([...spoken, { varietyId: id, role: kind === 'signed' ? 'signs' : 'speaks', enoughForDoctor: spoken.length === 0, learntHow }]);
    form.setFieldValue('unidentified', null);
    setIsOpen(false);
  };
  const taken = spoken.map(({ varietyId }) => varietyId);

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
      {unidentified && <NotKnownYet about={unidentified} onForget={() => form.setFieldValue('unidentified', null)} />}
      <div className={style.quick}>
        <Button leftSection={<IconHandFinger size={18} stroke={1.8} aria-hidden />} onClick={() => setIsOpen(true)}>
          They can point at it: find the language
        </Button>
      </div>
      <VarietyPicker
        label={spoken.length === 0 ? 'Language' : 'Another language'}
        isOffered={isSpokenOrSigned}
        asksWhich
        taken={taken}
        onPick={(variety) => add(variety, 'self')}
      />
      <LanguageFinder
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        unidentified={unidentified}
        mayBeUnknown={spoken.length === 0}
        taken={taken}
        onPick={add}
        onUnknown={(about) => {
          form.setFieldValue('unidentified', about);
          setIsOpen(false);
        }}
      />
    </Card>
  );
};
