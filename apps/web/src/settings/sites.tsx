import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconBuildingHospital, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Site } from '@dragoman/contracts';
import { closeSite, reopenSite, sitesQuery } from '../api/organisation';
import { useMay, useZone } from '../api/session';
import { AskOnce } from '../design/ask-once';
import { Card, CardHead } from '../design/card';
import { Empty } from '../design/empty';
import list from '../design/list.module.css';
import { QuietButton } from '../design/quiet-button';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { longDay, wallOf, zoneNote } from '../time/wall';
import { SiteDialog } from './site-dialog';
import style from './settings.module.css';
import type { Opening } from './use-opening';

type ActionsProps = { site: Site; onChange: () => void; onDone: () => void };

const Actions = ({ site: { id, name, closedAt }, onChange, onDone }: ActionsProps) => {
  const reopening = useMutation({ mutationFn: () => reopenSite(id), onSettled: onDone });
  return (
    <span className={style.rowButtons}>
      <QuietButton onClick={onChange} aria-label={`Change ${name}`}>
        Change
      </QuietButton>
      {closedAt === null ? (
        <AskOnce
          opener={<>Close<span className="visually-hidden"> {name}</span></>}
          question={`Close ${name}?`}
          yes="Close it"
          no="Keep it open"
          failed={{ happened: 'Not closed.', safe: '' }}
          act={() => closeSite(id)}
          onDone={onDone}
        >
          Nobody is booked there any more. What was booked there stays readable, and you can open it again.
        </AskOnce>
      ) : (
        <QuietButton disabled={reopening.isPending} onClick={() => reopening.mutate()} aria-label={`Open ${name} again`}>
          Open again
        </QuietButton>
      )}
      {reopening.error && <ErrorStrip happened="Not opened." error={reopening.error} safe="It is still closed." />}
    </span>
  );
};

type RowProps = { site: Site; mayWrite: boolean } & Omit<ActionsProps, 'site'>;

const Row = ({ site, mayWrite, ...actions }: RowProps) => {
  const ownZone = useZone();
  const { name, address, rooms, zone, closedAt } = site;
  return (
    <tr>
      <td>
        <span>
          <b className={style.name}>{name}</b>
          {closedAt !== null && <div className={list.quiet}>closed on {longDay(wallOf(closedAt, ownZone).date)}</div>}
        </span>
      </td>
      <td data-label="Address">{address}</td>
      <td data-label="Rooms">{rooms.join(', ') || <span className={list.quiet}>None named</span>}</td>
      <td data-label="Zone" className={zoneNote(zone, ownZone) ? list.warn : list.quiet}>
        {zone}
      </td>
      {mayWrite && (
        <td>
          <Actions site={site} {...actions} />
        </td>
      )}
    </tr>
  );
};

type TableProps = { sites: readonly Site[]; mayWrite: boolean; onChange: (site: Site) => void; onDone: () => void };

const SiteTable = ({ sites, mayWrite, onChange, onDone }: TableProps) => (
  <table className={list.table} aria-label="Sites">
    <thead>
      <tr>
        <th scope="col">Site</th>
        <th scope="col">Address</th>
        <th scope="col">Rooms</th>
        <th scope="col">Zone</th>
        {mayWrite && <th scope="col">What to do</th>}
      </tr>
    </thead>
    <tbody>
      {sites.map((site) => (
        // Closed and opened, it is another row: what was asked about the one before is gone.
        <Row key={`${site.id} ${site.closedAt}`} site={site} mayWrite={mayWrite} onChange={() => onChange(site)} onDone={onDone} />
      ))}
    </tbody>
  </table>
);

/** Where patients come. */
export const Sites = ({ isOpen, onOpen, onClose }: Opening) => {
  const mayWrite = useMay()('sites.write');
  const client = useQueryClient();
  const { data: sites, error, refetch } = useQuery(sitesQuery);
  /** As it was when its dialog opened: a change by somebody else does not empty the fields under one's hands. */
  const [changing, setChanging] = useState<Site | null>(null);
  const isEmpty = sites?.length === 0;
  const showNow = async () => setChanging((await refetch()).data?.find(({ id }) => id === changing?.id) ?? null);

  return (
    <Card isPadded={false} label="Sites">
      <div className={style.head}>
        <CardHead
          title="Where patients come"
          count={sites?.filter(({ closedAt }) => closedAt === null).length}
          aside={
            mayWrite && (
              <Button variant={isEmpty ? 'filled' : 'default'} leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />} onClick={onOpen}>
                Add a site
              </Button>
            )
          }
        />
      </div>
      {error && !sites && <ErrorStrip happened="The sites could not be loaded." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />}
      {!sites && !error && <Skeletons rows={3} height={42} />}
      {isEmpty && (
        <Empty icon={IconBuildingHospital} title="No site yet.">
          Add where patients come; bookings, travel times and messages need it.
        </Empty>
      )}
      {sites && !isEmpty && <SiteTable sites={sites} mayWrite={mayWrite} onChange={setChanging} onDone={() => void client.invalidateQueries({ queryKey: ['sites'] })} />}
      <SiteDialog
        isOpen={(isOpen && mayWrite) || changing !== null}
        changing={changing}
        onClose={() => (changing ? setChanging(null) : onClose())}
        onOvertaken={() => void showNow()}
      />
    </Card>
  );
};
