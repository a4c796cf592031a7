import { DateInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { shortDay } from '../time/wall';
import { dateFromTyping } from '../time/typed';

type Props = {
  label: string;
  /** `YYYY-MM-DD` */
  value: string | null;
  onChange: (date: string | null) => void;
  /** The day by the server's clock. */
  today: string;
  minDate?: string;
  error?: string | undefined;
  description?: string;
  isClearable?: boolean;
  placeholder?: string;
};

/** A day, typed (`3/12`, `fri`, `+14`) or picked. */
export const DateField = ({ label, value, onChange, today, minDate, error, description, isClearable = false, placeholder = 'Thu 3 Dec' }: Props) => (
  <DateInput
    label={label}
    description={description}
    value={value}
    onChange={onChange}
    valueFormat={(date) => shortDay(date, today)}
    dateParser={(text) => dateFromTyping(text, today)}
    defaultDate={value ?? today}
    minDate={minDate}
    error={error}
    clearable={isClearable}
    clearButtonProps={{ 'aria-label': `Clear ${label}` }}
    firstDayOfWeek={1}
    placeholder={placeholder}
    autoComplete="off"
    leftSection={<IconCalendar size={16} stroke={1.8} aria-hidden />}
    leftSectionPointerEvents="none"
    popoverProps={{ returnFocus: false, withinPortal: false }}
    ariaLabels={{ previousMonth: 'Previous month', nextMonth: 'Next month', monthLevelControl: 'Choose month', yearLevelControl: 'Choose year' }}
  />
);
