import { useVarieties } from '../api/languages';
import { VarietyPicker } from '../fields/variety-picker';
import { NumberIn, Rule } from './rule';
import { RulesCard, type RulesProps } from './rules-card';
import { SettingsFrame } from './settings-frame';
import { Weights } from './weights';

const ClinicLanguage = ({ form, isReadOnly }: RulesProps) => {
  const { find } = useVarieties();
  const { clinicLanguage } = form.values;
  return (
    <Rule title="What clinicians speak" note="Every interpreter’s work is between this language and the patient’s.">
      <span>
        Our clinicians speak <b>{find(clinicLanguage)?.name ?? clinicLanguage}</b>.
      </span>
      {!isReadOnly && (
        <VarietyPicker
          label="Another language"
          isOffered={({ bookable, kind }) => bookable && kind === 'spoken'}
          taken={[clinicLanguage]}
          onPick={({ id }) => form.setFieldValue('clinicLanguage', id)}
          error={typeof form.errors.clinicLanguage === 'string' ? form.errors.clinicLanguage : undefined}
        />
      )}
    </Rule>
  );
};

const Rules = (of: RulesProps) => (
  <>
    <ClinicLanguage {...of} />
    <Weights {...of} />
    <Rule title="“Nobody from my local area”">
      For patients who ask for that, interpreters who live within <NumberIn {...of} path="matching.localAreaKm" label="Local area, in kilometres" /> km of the
      site are left out.
    </Rule>
  </>
);

export const MatchingPage = () => (
  <SettingsFrame at="/settings/matching">
    <RulesCard label="Who comes first" rules={Rules} />
  </SettingsFrame>
);
