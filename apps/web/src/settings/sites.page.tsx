import { Sites } from './sites';
import { SettingsFrame } from './settings-frame';
import { useOpening } from './use-opening';

export const SitesPage = () => (
  <SettingsFrame at="/settings/sites">
    <Sites {...useOpening()} />
  </SettingsFrame>
);
