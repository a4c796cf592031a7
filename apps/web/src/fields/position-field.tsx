import { TextInput } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { IconWord } from '../design/status';
import style from './fields.module.css';
import { pointFromTyping, positionWords } from './position';

const side = (value: number, [positive, negative]: readonly [string, string]): string => `${Math.abs(value).toFixed(4)}° ${value < 0 ? negative : positive}`;

type Props = { label: string; value: string; onChange: (text: string) => void; error: ReactNode };

/** Where a building is; says what was read, because a digit too few is another town. */
export const PositionField = ({ label, value, onChange, error }: Props) => {
  const point = pointFromTyping(value);
  return (
    <div>
      <TextInput
        label={label}
        description="Open any map, find the door, and paste the map’s link here, or the two numbers it shows"
        placeholder={positionWords.placeholder}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={error}
      />
      <p className={style.read} role="status">
        {point && (
          <IconWord tone="ok" icon={IconMapPin}>
            Read as {side(point.latitude, ['north', 'south'])}, {side(point.longitude, ['east', 'west'])}
          </IconWord>
        )}
      </p>
    </div>
  );
};
