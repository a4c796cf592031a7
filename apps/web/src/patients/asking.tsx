import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconMessageQuestion } from '@tabler/icons-react';
import { askingQuery, stillRight } from '../api/patients';
import { useMay } from '../api/session';
import { ErrorStrip, Strip } from '../design/strip';
import { askingWords } from './asking-words';
import style from './patients.module.css';

type Props = { patientId: string; /** Shown beside the profile; elsewhere it leads there. */ isInProfile?: boolean };

/** Whether this patient is to be asked again how they want to be told; nothing where what they said still holds. */
export const AskingStrip = ({ patientId, isInProfile = false }: Props) => {
  const client = useQueryClient();
  const mayWrite = useMay()('patients.write');
  const { data: asking } = useQuery(askingQuery(patientId));
  const confirming = useMutation({
    mutationFn: () => stillRight(patientId),
    onSuccess: (patient) => {
      client.setQueryData(['patient', patientId], patient);
      void client.invalidateQueries({ queryKey: askingQuery(patientId).queryKey });
      notifications.show({ title: 'Saved', message: 'Asked today, and nothing has changed.', color: 'teal' });
    },
  });
  const words = asking && askingWords(asking);
  if (!words) return null;
  return (
    <div className={style.asking}>
      <Strip
        tone="warn"
        icon={IconMessageQuestion}
        action={
          isInProfile ? (
            mayWrite && (
              <Button size="compact-md" loading={confirming.isPending} onClick={() => confirming.mutate()}>
                Still right
              </Button>
            )
          ) : (
            <Link to="/patients/$patientId" params={{ patientId }}>
              Open their profile
            </Link>
          )
        }
      >
        {words}
      </Strip>
      {confirming.error && <ErrorStrip happened="Not saved." error={confirming.error} safe="The profile is as it was." />}
    </div>
  );
};
