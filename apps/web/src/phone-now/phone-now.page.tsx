import { Button, SegmentedControl, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconPhoneCall } from '@tabler/icons-react';
import { useState } from 'react';
import type { Patient, Site, Topic } from '@dragoman/contracts';
import { openSitesQuery } from '../api/organisation';
import { patientQuery } from '../api/patients';
import { beginPhoneNow, phoneNowQuery } from '../api/phone-now';
import { PatientPicker } from '../book/patient-picker';
import { Card } from '../design/card';
import { QuietButton } from '../design/quiet-button';
import { ErrorStrip } from '../design/strip';
import { topicChoices } from '../design/topic-words';
import { PatientLanguageField } from '../fields/patient-language-field';
import { PageHeader } from '../shell/page-header';
import style from './phone-now.module.css';

const lengths = ['10', '20', '30', '45'];

type FormProps = { patient: Patient; sites: Site[]; onOther: () => void };

const Wanted = ({ patient, sites, onOther }: FormProps) => {
  const navigate = useNavigate();
  const client = useQueryClient();
  const [requestKey] = useState(() => crypto.randomUUID());
  const bookable = patient.languages.filter(({ isBookable }) => isBookable);
  const [varietyId, setVariety] = useState(bookable[0]?.varietyId ?? null);
  const [siteId, setSite] = useState(sites[0]?.id ?? null);
  const [topic, setTopic] = useState<string | null>(null);
  const [length, setLength] = useState('20');
  const calling = useMutation({
    mutationFn: async () => {
      if (!varietyId || !siteId) throw new Error('Choose a language and a place first.');
      return beginPhoneNow({ patientId: patient.id, siteId, varietyId, topic: topic as Topic | null, length: Number(length), requestKey });
    },
    onSuccess: async (round) => {
      client.setQueryData(phoneNowQuery(round.bookingId).queryKey, round);
      await navigate({ to: '/phone-now/$bookingId', params: { bookingId: round.bookingId } });
    },
  });

  return (
    <>
      <p className={style.who}>
        <b>{patient.name}</b> <QuietButton onClick={onOther}>Somebody else</QuietButton>
      </p>
      {bookable.length === 0 ? (
        <p role="status">No language that can be interpreted is recorded for this patient. Open the profile and find it together first.</p>
      ) : (
        <PatientLanguageField label="Language" languages={patient.languages} value={varietyId} onChange={setVariety} />
      )}
      {sites.length > 1 && <Select label="Place" data={sites.map(({ id, name }) => ({ value: id, label: name }))} value={siteId} onChange={setSite} />}
      <Select
        label="What is it about?"
        description="Left blank, it counts as sensitive"
        placeholder="Not said"
        data={topicChoices}
        value={topic}
        onChange={setTopic}
        clearable
      />
      <div>
        <div className={style.label} id="length">
          About how long, in minutes?
        </div>
        <SegmentedControl aria-labelledby="length" fullWidth data={lengths} value={length} onChange={setLength} />
      </div>
      {calling.error && <ErrorStrip happened="Nobody was called." error={calling.error} safe="Nothing was booked twice." />}
      <Button
        className={style.call}
        variant="filled"
        size="lg"
        leftSection={<IconPhoneCall size={22} stroke={1.8} aria-hidden />}
        disabled={!varietyId || !siteId}
        loading={calling.isPending}
        onClick={() => calling.mutate()}
      >
        Call somebody now
      </Button>
      <p className={style.note}>Whoever is free this minute is called, one after the other, by phone and by text. The first yes is booked.</p>
    </>
  );
};

/** Whom, in which language; then the calling begins. */
export const PhoneNowPage = () => {
  const navigate = useNavigate();
  const [patientId, setPatientId] = useState<string | null>(null);
  const { data: patient } = useQuery(patientQuery(patientId));
  const sites = useQuery(openSitesQuery);
  return (
    <>
      <PageHeader title="Phone interpreter now" under="For somebody who is here, or on the line" />
      <Card label="Who is wanted" className={style.form}>
        {patientId === null || !patient || !sites.data ? (
          <PatientPicker onPick={setPatientId} onNew={(name) => void navigate({ to: '/patients/new', search: { name } })} />
        ) : (
          <Wanted key={patient.id} patient={patient} sites={sites.data} onOther={() => setPatientId(null)} />
        )}
      </Card>
    </>
  );
};
