import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { IconBuildingHospital, IconPlus } from '@tabler/icons-react';
import { sitesQuery } from '../api/organisation';
import { useMay, useZone } from '../api/session';
import { Card, CardHead } from '../design/card';
import { Empty } from '../design/empty';
import list from '../design/list.module.css';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { PageHeader } from '../shell/page-header';
import { FirstSteps } from '../today/first-steps';
import { zoneNote } from '../time/wall';
import { Agencies } from './agencies';
import { OrganisationCard } from './organisation-card';
import { People } from './people';
import { PolicyCard } from './policy-card';
import { SiteDialog } from './site-dialog';
import { TestMessageCard } from './test-message-card';
import style from './settings.module.css';
import type { SettingsOpening } from './settings-opening';

type Opening = { isOpen: boolean; onOpen: () => void; onClose: () => void };

const Sites = ({ isOpen, onOpen, onClose }: Opening) => {
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

const Encounters = () => (
  <Card label="Languages">
    <CardHead title="Languages" />
    <p className={style.lead}>
      <Link to="/settings/encounters">Who may interpret for whom</Link>: which pairs of languages may be booked, why, and what your
      organisation rules itself.
    </p>
  </Card>
);

const Texts = () => (
  <Card label="Texts">
    <CardHead title="Texts" />
    <p className={style.lead}>
      <Link to="/settings/texts">What patients are told</Link>: every text in every language beside its English, who has read it, and what is still a
      machine’s draft.
    </p>
  </Card>
);

const Recordings = () => (
  <Card label="Recordings">
    <CardHead title="Recordings" />
    <p className={style.lead}>
      <Link to="/settings/recordings">What calls are put together from</Link>: phrases that a person recorded, for patients who read nothing that we
      write.
    </p>
  </Card>
);

/** What is open stands in the address, so that the first steps lead there, and going back closes it. */
const useOpenings = () => {
  const { open } = useSearch({ from: '/in/settings' });
  const navigate = useNavigate();
  const opening = (which: SettingsOpening): Opening => ({
    isOpen: open === which,
    onOpen: () => void navigate({ to: '/settings', search: { open: which }, resetScroll: false }),
    onClose: () => void navigate({ to: '/settings', search: {}, replace: true, resetScroll: false }),
  });
  return opening;
};

export const SettingsPage = () => {
  const may = useMay();
  const opening = useOpenings();
  return (
    <>
      <PageHeader title="Settings" under="Where patients come, who works here, and how" />
      <div className={style.sections}>
        <FirstSteps on="settings" />
        {may('policy.read') && <OrganisationCard {...opening('organisation')} />}
        {may('sites.read') && <Sites {...opening('site')} />}
        {may('people.read') && <People {...opening('people')} />}
        {may('policy.write') && <TestMessageCard {...opening('test')} />}
        {may('agencies.read') && <Agencies />}
        {may('languages.read') && <Encounters />}
        {may('texts.read') && <Texts />}
        {may('recordings.read') && <Recordings />}
        {may('policy.read') && <PolicyCard {...opening('rules')} />}
      </div>
    </>
  );
};
