import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconLanguageOff } from '@tabler/icons-react';
import type { Patient } from '@dragoman/contracts';
import { patientQuery } from '../api/patients';
import { useMay, useZone } from '../api/session';
import { Card } from '../design/card';
import { Facet } from '../design/chips';
import { Initials } from '../design/initials';
import { LinkButton } from '../design/link-button';
import { QuietButton } from '../design/quiet-button';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip, Strip } from '../design/strip';
import { facetsOf } from '../patients/profile-words';
import { plainDay, wallOf } from '../time/wall';
import { PatientPicker } from './patient-picker';
import style from './book.module.css';

const Profile = ({ patient, onChange }: { patient: Patient; onChange: () => void }) => {
  const zone = useZone();
  const may = useMay();
  const facets = facetsOf(patient);
  return (
    <>
      <div className={style.person}>
        <Initials name={patient.name} size={40} isAccent />
        <div className={style.personText}>
          <div>
            <b>{patient.name}</b> {patient.recordNumber && <span>Record {patient.recordNumber}</span>}
          </div>
          <div>Communication profile confirmed {plainDay(wallOf(patient.profileConfirmedAt, zone).date)}</div>
        </div>
        <div className={style.personActions}>
          <LinkButton to="/patients/$patientId" params={{ patientId: patient.id }} variant="subtle" size="compact-sm">
            Open profile
          </LinkButton>
          <QuietButton tone="quiet" onClick={onChange}>
            Change patient
          </QuietButton>
        </div>
      </div>
      <div className={style.facets}>
        {facets.map((facet) => (
          <Facet key={facet.label} {...facet} />
        ))}
      </div>
      {!patient.languages.some(({ isBookable }) => isBookable) && (
        <Strip
          tone="warn"
          icon={IconLanguageOff}
          action={
            may('patients.write') && (
              <LinkButton to="/patients/$patientId" params={{ patientId: patient.id }} search={{ find: true }} size="xs">
                Ask now
              </LinkButton>
            )
          }
        >
          <b>{patient.unidentified ? 'Their language is not known yet.' : 'No language is recorded yet.'}</b> Ask what {patient.name} speaks before looking for an interpreter.
        </Strip>
      )}
    </>
  );
};

type Props = { patientId: string | null; onPick: (patientId: string | null) => void };

/** Who it is for: a search, or the profile that everything else follows from. */
export const PatientCard = ({ patientId, onPick }: Props) => {
  const navigate = useNavigate();
  const { data: patient, error, refetch, isPending } = useQuery(patientQuery(patientId));

  return (
    <Card label="Patient" className={style.patientCard}>
      {patientId === null && (
        <PatientPicker
          onPick={onPick}
          onNew={(name) => void navigate({ to: '/patients/new', search: name ? { name } : {} })}
        />
      )}
      {patientId !== null && isPending && <Skeletons rows={2} height={46} />}
      {patientId !== null && error && !patient && (
        <>
          <ErrorStrip
            happened="The patient could not be loaded."
            error={error}
            safe="The rest of the draft is kept."
            retry={{ run: () => void refetch() }}
          />
          <QuietButton onClick={() => onPick(null)}>Choose another patient</QuietButton>
        </>
      )}
      {patientId !== null && patient && <Profile patient={patient} onChange={() => onPick(null)} />}
    </Card>
  );
};
