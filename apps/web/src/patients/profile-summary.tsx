import { IconCalendarOff, IconClock, IconEar, IconLock, IconMessage2, type Icon } from '@tabler/icons-react';
import { useVarieties } from '../api/languages';
import { Card, CardHead } from '../design/card';
import type { PatientValues } from './patient-values';
import { type Meaning, meaningOf } from './profile-meaning';
import style from './patients.module.css';

const icons: Record<Meaning['about'], Icon> = {
  interpreter: IconEar,
  messages: IconMessage2,
  hours: IconClock,
  days: IconCalendarOff,
  page: IconLock,
};

/** Beside the form: what the answers lead to, while they are being given. */
export const ProfileSummary = ({ values, hasPageCode }: { values: PatientValues; hasPageCode: boolean }) => {
  const { find } = useVarieties();
  return (
    <Card label="What this means" className={style.summary}>
      <CardHead title="What this means" />
      <ul aria-live="polite">
        {meaningOf(values, find, hasPageCode).map(({ about, sentence, isWarning }) => {
          const Picture = icons[about];
          return (
            <li key={about} data-warning={isWarning || undefined}>
              <Picture size={18} stroke={1.8} aria-hidden />
              {sentence}
            </li>
          );
        })}
      </ul>
    </Card>
  );
};
