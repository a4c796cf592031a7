import { IconPhoneCall } from '@tabler/icons-react';
import { useMay } from '../api/session';
import { LinkButton } from '../design/link-button';

/** For the person who stands at the desk. */
export const PhoneNowLink = () =>
  useMay()('bookings.write') ? (
    <LinkButton to="/phone-now" leftSection={<IconPhoneCall size={16} stroke={1.8} aria-hidden />}>
      Phone interpreter now
    </LinkButton>
  ) : null;
