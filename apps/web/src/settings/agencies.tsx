import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconBuilding, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Agency } from '@dragoman/contracts';
import { agenciesQuery, setAgencyActive } from '../api/agencies';
import { useMay } from '../api/session';
import { Card, CardHead } from '../design/card';
import { Empty } from '../design/empty';
import list from '../design/list.module.css';
import { QuietButton } from '../design/quiet-button';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { AgencyDialog } from './agency-dialog';
import style from './settings.module.css';

const named = 3;

const languagesOf = ({ varieties }: Agency): string => {
  const names = varieties.map(({ name }) => name);
  return names.length > named ? `${names.slice(0, named).join(', ')} and ${names.length - named} more` : names.join(', ');
};

type RowProps = { agency: Agency; mayWrite: boolean; onChange: () => void };

const Row = ({ agency, mayWrite, onChange }: RowProps) => {
  const client = useQueryClient();
  const switching = useMutation({
    mutationFn: () => setAgencyActive(agency.id, { active: !agency.active, version: agency.version }),
    onSettled: () => client.invalidateQueries({ queryKey: ['agencies'] }),
  });
  return (
    <tr>
      <td>
        <b className={style.name}>{agency.name}</b>
        {!agency.active && <span className={list.quiet}> · not used any more</span>}
        {switching.error && <ErrorStrip happened="Not changed." error={switching.error} safe="Look at it again." />}
      </td>
      <td data-label="Email">{agency.email}</td>
      <td data-label="Telephone">{agency.phone ?? <span className={list.quiet}>None</span>}</td>
      <td data-label="Languages">{languagesOf(agency) || <span className={list.quiet}>Not said</span>}</td>
      {mayWrite && (
        <td>
          <span className={style.rowButtons}>
            <QuietButton onClick={onChange} aria-label={`Change ${agency.name}`}>
              Change
            </QuietButton>
            <QuietButton tone="quiet" disabled={switching.isPending} onClick={() => switching.mutate()} aria-label={`${agency.active ? 'Stop using' : 'Use'} ${agency.name}`}>
              {agency.active ? 'Stop using' : 'Use again'}
            </QuietButton>
          </span>
        </td>
      )}
    </tr>
  );
};

/** Whom bookings may be passed to when nobody of one's own is free. */
export const Agencies = () => {
  const mayWrite = useMay()('agencies.write');
  const { data: agencies, error, refetch } = useQuery(agenciesQuery);
  const [edited, setEdited] = useState<Agency | 'new' | null>(null);

  return (
    <Card isPadded={false} label="Agencies">
      <div className={style.head}>
        <CardHead
          title="Agencies"
          count={agencies?.length}
          aside={
            mayWrite && (
              <Button leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />} onClick={() => setEdited('new')}>
                Add an agency
              </Button>
            )
          }
        />
      </div>
      {error && !agencies && <ErrorStrip happened="The agencies could not be loaded." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />}
      {!agencies && !error && <Skeletons rows={2} height={42} />}
      {agencies?.length === 0 && (
        <Empty icon={IconBuilding} title="No agency yet.">
          Add an outside agency, and a booking that nobody of yours can take is passed to it by mail.
        </Empty>
      )}
      {agencies && agencies.length > 0 && (
        <table className={list.table} aria-label="Agencies">
          <thead>
            <tr>
              <th scope="col">Agency</th>
              <th scope="col">Email</th>
              <th scope="col">Telephone</th>
              <th scope="col">Languages</th>
              {mayWrite && <th scope="col">What to do</th>}
            </tr>
          </thead>
          <tbody>
            {agencies.map((agency) => (
              <Row key={agency.id} agency={agency} mayWrite={mayWrite} onChange={() => setEdited(agency)} />
            ))}
          </tbody>
        </table>
      )}
      <AgencyDialog isOpen={edited !== null} changing={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
    </Card>
  );
};
