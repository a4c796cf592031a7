import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconBuildingHospital, IconPlus } from '@tabler/icons-react';
import { sitesQuery } from '../api/organisation';
import { useMay, useZone } from '../api/session';
import { Card, CardHead } from '../design/card';
import { Empty } from '../design/empty';
import list from '../design/list.module.css';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { zoneNote } from '../time/wall';
import { SiteDialog } from './site-dialog';
import style from './settings.module.css';
import type { Opening } from './use-opening';

/** Where patients come. */
export const Sites = ({ isOpen, onOpen, onClose }: Opening) => {
  const mayWrite = useMay()('sites.write');
  const ownZone = useZone();
  const { data: sites, error, refetch } = useQuery(sitesQuery);
  const isEmpty = sites?.length === 0;

  return (
    <Card isPadded={false} label="Sites">
      <div className={style.head}>
        <CardHead
          title="Sites"
          count={sites?.length}
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
      {sites && !isEmpty && (
        <table className={list.table} aria-label="Sites">
          <thead>
            <tr>
              <th scope="col">Site</th>
              <th scope="col">Address</th>
              <th scope="col">Rooms</th>
              <th scope="col">Zone</th>
            </tr>
          </thead>
          <tbody>
            {sites.map(({ id, name, address, rooms, zone }) => (
              <tr key={id}>
                <td>
                  <b className={style.name}>{name}</b>
                </td>
                <td data-label="Address">{address}</td>
                <td data-label="Rooms">{rooms.join(', ') || <span className={list.quiet}>None named</span>}</td>
                <td data-label="Zone" className={zoneNote(zone, ownZone) ? list.warn : list.quiet}>
                  {zone}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <SiteDialog isOpen={isOpen} onClose={onClose} />
    </Card>
  );
};
