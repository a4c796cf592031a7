import { People } from './people';
import { SettingsFrame } from './settings-frame';
import { useOpening } from './use-opening';

export const PeoplePage = () => (
  <SettingsFrame at="/settings/people">
    <People {...useOpening()} />
  </SettingsFrame>
);
