import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { patientQuery } from '../api/patients';
import { useZone } from '../api/session';
import { Card } from '../design/card';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { PageHeader } from '../shell/page-header';
import { plainDay, wallOf } from '../time/wall';
import { AskingStrip } from './asking';
import { PatientForm } from './patient-form';
import { emptyPatient, valuesOf } from './patient-values';

const above = <Link to="/patients">Patients</Link>;

export const NewPatientPage = () => {
  const { name } = useSearch({ from: '/in/patients/new' });
  return (
    <>
      <PageHeader title="New patient" above={above} under="Ask, and write down what they say; nothing is guessed from a name or a country" />
      <PatientForm patientId={null} initial={emptyPatient(name ?? '')} hasPageCode={false} />
    </>
  );
};

export const PatientPage = () => {
  const { patientId } = useParams({ from: '/in/patients/$patientId' });
  const { find } = useSearch({ from: '/in/patients/$patientId' });
  const zone = useZone();
  const { data: patient, error, refetch } = useQuery(patientQuery(patientId));

  if (!patient) {
    return (
      <>
        <PageHeader title="Patient" above={above} />
        {error ? (
          <ErrorStrip happened="The profile could not be shown." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />
        ) : (
          <Card isPadded={false}>
            <Skeletons rows={6} height={62} />
          </Card>
        )}
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={patient.name}
        above={above}
        under={`Communication profile confirmed ${plainDay(wallOf(patient.profileConfirmedAt, zone).date)}`}
      />
      <AskingStrip patientId={patient.id} isInProfile />
      <PatientForm key={patient.id} patientId={patient.id} initial={valuesOf(patient)} hasPageCode={patient.hasPageCode} isFinding={find === true} />
    </>
  );
};
