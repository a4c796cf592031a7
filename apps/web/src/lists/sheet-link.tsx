import { Button } from '@mantine/core';
import { IconTableDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { queryString } from '../api/client';

type Props = { of: 'patients' | 'interpreters' | 'messages' | 'appointments'; filter: Record<string, string | undefined>; children?: ReactNode };

/** All that the list shows, whatever fits on the screen, as a file for a spreadsheet. */
export const SheetLink = ({ of, filter, children = 'Download as CSV' }: Props) => (
  <Button component="a" href={`/api/${of}/sheet${queryString(filter)}`} download={`${of}.csv`} leftSection={<IconTableDown size={16} stroke={1.8} aria-hidden />}>
    {children}
  </Button>
);
