import { OrganisationCard } from './organisation-card';
import { SettingsFrame } from './settings-frame';
import { useOpening } from './use-opening';

export const OrganisationPage = () => (
  <SettingsFrame at="/settings/organisation">
    <OrganisationCard {...useOpening()} />
  </SettingsFrame>
);
