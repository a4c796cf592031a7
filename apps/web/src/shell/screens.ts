import type { Permission, Session } from '@dragoman/contracts';
import {
  IconCalendarPlus,
  IconDeviceMobileMessage,
  IconEar,
  IconLayoutRows,
  IconMessages,
  IconSettings,
  IconSun,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';

type ScreenPath = '/' | '/book' | '/board' | '/patients' | '/interpreters' | '/messages' | '/phones' | '/settings';
type Screen = { to: ScreenPath; name: string; icon: Icon; needs: Permission[]; onlySimulated?: true };

const screens: Screen[] = [
  { to: '/', name: 'Today', icon: IconSun, needs: ['bookings.read'] },
  { to: '/book', name: 'Book', icon: IconCalendarPlus, needs: ['bookings.write'] },
  { to: '/board', name: 'Board', icon: IconLayoutRows, needs: ['bookings.read'] },
  { to: '/patients', name: 'Patients', icon: IconUsers, needs: ['patients.read'] },
  { to: '/interpreters', name: 'Interpreters', icon: IconEar, needs: ['interpreters.read'] },
  { to: '/messages', name: 'Messages', icon: IconMessages, needs: ['bookings.read'] },
  { to: '/phones', name: 'Phones', icon: IconDeviceMobileMessage, needs: ['phones.use'], onlySimulated: true },
  { to: '/settings', name: 'Settings', icon: IconSettings, needs: ['languages.read', 'sites.write', 'people.write'] },
];

/** The screens that lead somewhere for this person. */
export const screensFor = (session: Session): Screen[] =>
  screens.filter(
    ({ needs, onlySimulated }) =>
      needs.some((permission) => session.permissions.includes(permission)) && (!onlySimulated || session.simulator),
  );
