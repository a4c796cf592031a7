import { AgenciesRule } from './agencies-rule';
import { FillingRules } from './filling-rules';
import { LadderFields } from './ladder-fields';
import { LeadRules } from './lead-rules';
import { PhoneNowRule } from './phone-now-rule';
import { NumberIn, Rule } from './rule';
import { RulesCard, type RulesProps } from './rules-card';
import { SettingsFrame } from './settings-frame';

const Rules = (of: RulesProps) => (
  <>
    <Rule title="Length">
      An appointment with an interpreter is suggested <NumberIn {...of} path="lengthMultiplier" label="Times as long" decimals={2} /> times as long,
      up to <NumberIn {...of} path="suggestedLengthUpTo" label="Suggested up to, in minutes" /> minutes.
    </Rule>
    <Rule title="Offers">
      <LeadRules {...of} path="offerHours" before="An offer nobody answers ends after" label="An offer ends after" />
    </Rule>
    <FillingRules {...of} />
    <Rule title="Giving back and cancelling">
      An interpreter gives an accepted job back without a word until{' '}
      <NumberIn {...of} path="givingBack.freelyUntilHours" label="Given back freely until, in hours before" /> hours before; after that with a
      word to the coordinator. A cancellation is late from <NumberIn {...of} path="cancelling.lateHours" label="A cancellation is late from, in hours before" />{' '}
      hours before.
    </Rule>
    <Rule title="If nobody accepts" note="Whoever is booked or asked is asked again the new way, and the patient is told. Anybody here can stop it for one booking.">
      <LadderFields {...of} />
    </Rule>
    <AgenciesRule {...of} />
    <PhoneNowRule {...of} />
  </>
);

export const PoliciesPage = () => (
  <SettingsFrame at="/settings/policies">
    <RulesCard label="Offers and bookings" rules={Rules} />
  </SettingsFrame>
);
