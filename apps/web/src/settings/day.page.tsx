import { AlertFields } from './alert-fields';
import { AttendanceFields } from './attendance-fields';
import { Rule } from './rule';
import { RulesCard, type RulesProps } from './rules-card';
import { SettingsFrame } from './settings-frame';

const Rules = (of: RulesProps) => (
  <>
    <Rule title="Coming, late and absent">
      <AttendanceFields {...of} />
    </Rule>
    <Rule title="Alerts" note="What needs somebody now is on every screen here, and is sent to whoever is on duty, at any hour, until somebody says that they are seeing to it.">
      <AlertFields {...of} />
    </Rule>
  </>
);

export const DayPage = () => (
  <SettingsFrame at="/settings/day">
    <RulesCard label="On the day" rules={Rules} />
  </SettingsFrame>
);
