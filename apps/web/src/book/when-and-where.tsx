import { Autocomplete, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconBulb, IconClock } from '@tabler/icons-react';
import type { Modality, Patient, Site } from '@dragoman/contracts';
import { Card, CardHead } from '../design/card';
import { QuietButton } from '../design/quiet-button';
import { topicChoices } from '../design/topic-words';
import { modalityWords } from '../design/words';
import { DateField } from '../fields/date-field';
import { MinutesField } from '../fields/minutes-field';
import { PatientLanguageField } from '../fields/patient-language-field';
import { TimeField } from '../fields/time-field';
import { timeAfter, zoneNote } from '../time/wall';
import { languageOf, siteOf } from './appointment';
import { type Draft, doubled, lengthOf } from './draft';
import { StaffingField } from './staffing-field';
import style from './book.module.css';

type Props = {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  patient: Patient | undefined;
  sites: Site[];
  today: string;
  zone: string;
  errors: Record<string, string>;
};

const LengthHint = ({ draft, change }: Pick<Props, 'draft' | 'change'>) => {
  const { base, isDoubled } = draft;
  const longer = doubled(base);
  if (longer === base) return <span />;
  return (
    <div className={style.hint}>
      <IconBulb size={16} stroke={1.8} aria-hidden />
      <span>
        {isDoubled ? (
          <>
            <b>
              {base} min {longer === base * 2 ? 'doubled to' : 'made'} {longer}
            </b>{' '}
            because everything is said twice.{' '}
            <QuietButton onClick={() => change({ isDoubled: false })}>Keep {base}</QuietButton>
          </>
        ) : (
          <>
            Everything is said twice: {base} min often become {longer}.{' '}
            <QuietButton onClick={() => change({ isDoubled: true })}>Make it {longer}</QuietButton>
          </>
        )}
      </span>
    </div>
  );
};

const modalities: Modality[] = ['in-person', 'video', 'phone'];

export const WhenAndWhere = ({ draft, change, patient, sites, today, zone, errors }: Props) => {
  const length = lengthOf(draft);
  const siteId = siteOf(draft, sites);
  const site = sites.find(({ id }) => id === siteId);
  const note = site ? zoneNote(site.zone, zone) : '';

  return (
    <Card label="When and where">
      <CardHead title="When and where" />
      <div className={style.fields}>
        <div className={style.date}>
          <DateField label="Date" value={draft.date} onChange={(date) => change({ date })} today={today} minDate={today} error={errors.date} />
        </div>
        <div className={style.start}>
          <TimeField
            label={note ? `Start, ${note}` : 'Start'}
            value={draft.time}
            onChange={(time) => change({ time })}
            error={errors.time}
            leftSection={<IconClock size={16} stroke={1.8} aria-hidden />}
          />
        </div>
        <div className={style.length}>
          <MinutesField
            label="Length, minutes"
            min={5}
            max={600}
            value={length}
            onChange={(base) => change({ base })}
            beside={draft.time && <span className={style.until}>to {timeAfter(draft.time, length)}</span>}
            error={errors.length}
          />
        </div>
        <div className={style.site}>
          <Select
            label="Place"
            placeholder="Choose a site"
            data={sites.map(({ id, name }) => ({ value: id, label: name }))}
            value={siteId}
            onChange={(value) => change({ siteId: value, room: '' })}
            error={errors.siteId}
          />
        </div>
        <div className={style.room}>
          <Autocomplete
            label="Room"
            placeholder="Optional"
            data={site?.rooms ?? []}
            value={draft.room}
            onChange={(room) => change({ room })}
            error={errors.room}
            maxLength={40}
          />
        </div>
        <div className={style.purpose}>
          <TextInput
            label="Purpose"
            placeholder="Optional"
            value={draft.purpose}
            onChange={(event) => change({ purpose: event.currentTarget.value })}
            error={errors.purpose}
            maxLength={80}
          />
        </div>
        <div className={style.topic}>
          <Select
            label="What is it about?"
            description="Decides who may interpret. Left blank it counts as sensitive."
            placeholder="Not chosen: counts as sensitive"
            data={topicChoices}
            value={draft.topic}
            onChange={(topic) => change({ topic })}
            clearable
            clearButtonProps={{ 'aria-label': 'Leave blank' }}
            error={errors.topic}
          />
        </div>
        <StaffingField
          staffing={draft.staffing}
          length={length}
          time={draft.time}
          onChange={(staffing) => change({ staffing, chosen: null })}
          error={errors.staffing}
        />
        {patient && patient.languages.filter(({ isBookable }) => isBookable).length > 1 && (
          <div className={style.languageField}>
            <PatientLanguageField
              label="Language"
              languages={patient.languages}
              value={languageOf(draft, patient)}
              onChange={(varietyId) => change({ varietyId, chosen: null })}
              error={errors.varietyId}
            />
          </div>
        )}
      </div>
      <div className={style.underFields}>
        <LengthHint draft={draft} change={change} />
        <SegmentedControl
          aria-label="How the interpreter takes part"
          data={modalities.map((modality) => ({ value: modality, label: modalityWords[modality].word }))}
          value={draft.modality}
          onChange={(modality) => change({ modality, chosen: null })}
        />
      </div>
    </Card>
  );
};
