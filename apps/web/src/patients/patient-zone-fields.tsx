import { Switch } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useZone } from '../api/session';
import { ZoneField } from '../fields/zone-field';
import type { PatientValues } from './patient-values';
import style from './patients.module.css';

/** By whose clock their hours, days and nights are. */
export const PatientZoneFields = ({ form }: { form: UseFormReturnType<PatientValues> }) => {
  const here = useZone();
  const { zone } = form.values;
  return (
    <div className={style.safeHours}>
      <Switch
        label="Lives in another time zone"
        checked={zone !== null}
        onChange={(event) => form.setFieldValue('zone', event.currentTarget.checked ? here : null)}
      />
      {zone !== null && (
        <ZoneField
          label="Time zone where they live"
          description="Safe hours, days to avoid and the night are by the clock there. Appointments are written in the clinic’s time."
          value={zone}
          onChange={(chosen) => form.setFieldValue('zone', chosen)}
          error={form.errors['zone'] as string | undefined}
        />
      )}
    </div>
  );
};
