import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { IconUserPlus, IconUserSearch } from '@tabler/icons-react';
import { useState, type MouseEvent } from 'react';
import type { PatientRow } from '@dragoman/contracts';
import { patientsQuery } from '../api/patients';
import { useMay, useZone } from '../api/session';
import { Card } from '../design/card';
import { Empty } from '../design/empty';
import { LinkButton } from '../design/link-button';
import { Skeletons } from '../design/skeletons';
import { IconWord } from '../design/status';
import { ErrorStrip } from '../design/strip';
import { needWords } from '../design/words';
import { rowKeys } from '../design/row-keys';
import { patientsSearch } from '../lists/list-search';
import lists from '../lists/lists.module.css';
import { SavedFilters } from '../lists/saved-filters';
import { SheetLink } from '../lists/sheet-link';
import { PageHeader } from '../shell/page-header';
import { useNow } from '../time/clock';
import { nearDay, wallOf } from '../time/wall';
import { PatientFilters } from './patient-filters';
import { channelNames, safetyNames } from './profile-words';
import style from '../design/list.module.css';

const Contact = ({ contact }: Pick<PatientRow, 'contact'>) => {
  if (!contact) return <span className={style.quiet}>None recorded</span>;
  const { tone, consequence } = safetyNames[contact.safety];
  return (
    <IconWord tone={tone === 'ok' ? 'quiet' : tone} icon={channelNames[contact.channel].icon}>
      {channelNames[contact.channel].word}
      {tone === 'ok' ? '' : `, ${consequence}`}
    </IconWord>
  );
};

const Nobody = ({ search, isFiltered }: { search: string; isFiltered: boolean }) => {
  if (search)
    return (
      <Empty icon={IconUserSearch} title={`Nobody found for “${search}”${isFiltered ? ' with this filter' : ''}.`}>
        Names are often written in several ways: try another spelling, or the record number.
      </Empty>
    );
  return isFiltered ? (
    <Empty icon={IconUserSearch} title="Nobody is found with this filter.">
      Take a part of it back, or show everything.
    </Empty>
  ) : (
    <Empty icon={IconUserSearch} title="Nobody is registered yet.">
      Register a patient while they are with you; it takes a minute.
    </Empty>
  );
};

export const PatientsPage = () => {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const filter = useSearch({ from: '/in/patients' });
  const navigate = useNavigate();
  const mayWrite = useMay()('patients.write');
  const zone = useZone();
  const today = wallOf(useNow(), zone).date;
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(patientsQuery({ ...filter, ...(search && { search }) }));
  const rows = data?.pages.flatMap(({ items }) => items);
  const isFiltered = Object.keys(filter).length > 0;
  const change = (next: Parameters<typeof patientsSearch>[0]) => void navigate({ to: '/patients', search: patientsSearch(next), replace: true });
  const open = (event: MouseEvent, patientId: string) => {
    if (event.target instanceof Element && event.target.closest('a')) return;
    void navigate({ to: '/patients/$patientId', params: { patientId } });
  };
  const when = (instant: string) => {
    const { date, time } = wallOf(instant, zone);
    return `${nearDay(date, today)} ${time}`;
  };
  const add = mayWrite && (
    <LinkButton to="/patients/new" variant="filled" leftSection={<IconUserPlus size={16} stroke={1.8} aria-hidden />}>
      New patient
    </LinkButton>
  );

  return (
    <>
      <PageHeader title="Patients" under="How each person needs to be spoken to" actions={add} />
      <PatientFilters typed={typed} onType={setTyped} filter={filter} onChange={change} />
      <div className={lists.tools}>
        <SavedFilters list="patients" now={filter} onChoose={change} />
        {rows && rows.length > 0 && <SheetLink of="patients" filter={{ ...filter, search }} />}
      </div>
      <Card isPadded={false} label="Patients">
        {error && !rows && (
          <ErrorStrip happened="The list could not be loaded." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />
        )}
        {!rows && !error && <Skeletons rows={8} height={42} />}
        {rows?.length === 0 && (
          <Nobody search={search} isFiltered={isFiltered} />
        )}
        {rows && rows.length > 0 && (
          <table className={style.table} aria-label="Patients">
            <thead>
              <tr>
                <th scope="col">Patient</th>
                <th scope="col">Record</th>
                <th scope="col">Speaks</th>
                <th scope="col">Reads</th>
                <th scope="col">Interpreter need</th>
                <th scope="col">Contact</th>
                <th scope="col">Next appointment</th>
              </tr>
            </thead>
            <tbody ref={rowKeys}>
              {rows.map((row) => (
                <tr key={row.id} data-row onClick={(event) => open(event, row.id)}>
                  <td>
                    <Link to="/patients/$patientId" params={{ patientId: row.id }}>
                      {row.name}
                    </Link>
                  </td>
                  <td className={`${style.quiet} ${style.short}`} data-label="Record" data-empty={!row.recordNumber || undefined}>
                    {row.recordNumber ?? '–'}
                  </td>
                  <td data-label="Speaks">{row.language ?? 'Not asked yet'}</td>
                  <td data-label="Reads">{row.reads ?? 'Nothing, or not sure'}</td>
                  <td data-label="Need">
                    <IconWord tone={needWords[row.needsInterpreter].tone} icon={needWords[row.needsInterpreter].icon}>
                      {needWords[row.needsInterpreter].word}
                    </IconWord>
                  </td>
                  <td data-label="Contact">
                    <Contact contact={row.contact} />
                  </td>
                  <td data-label="Next" data-empty={!row.nextAppointment || undefined}>{row.nextAppointment ? when(row.nextAppointment) : <span className={style.quiet}>–</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Card>
      {hasNextPage && (
        <div className={style.more}>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
};
