import { Button } from '@mantine/core';
import { IconTableDown } from '@tabler/icons-react';
import { queryString } from '../api/client';

type Props = { of: 'patients' | 'interpreters'; filter: Record<string, string | undefined> };

/** All that the list shows, whatever fits on the screen, as a file for a spreadsheet. */
export const SheetLink = ({ of, filter }: Props) => (
  <Button component="a" href={`/api/${of}/sheet${queryString(filter)}`} download={`${of}.csv`} leftSection={<IconTableDown size={16} stroke={1.8} aria-hidden />}>
    Download as CSV
  </Button>
);
