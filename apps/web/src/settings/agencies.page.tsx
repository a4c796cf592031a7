import { Agencies } from './agencies';
import { SettingsFrame } from './settings-frame';

export const AgenciesPage = () => (
  <SettingsFrame at="/settings/agencies">
    <Agencies />
  </SettingsFrame>
);
