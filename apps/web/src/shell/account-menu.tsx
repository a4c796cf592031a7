import { Menu, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { IconDeviceDesktop, IconKey, IconLogout, IconMoon, IconSelector, IconSun, type Icon } from '@tabler/icons-react';
import { useSession, useSignOut } from '../api/session';
import { forgetDraft } from '../book/draft';
import { Initials } from '../design/initials';
import { preparePasswordDialog } from './password-dialog';
import style from './shell.module.css';

const appearances: { scheme: MantineColorScheme; name: string; icon: Icon }[] = [
  { scheme: 'auto', name: 'As this computer', icon: IconDeviceDesktop },
  { scheme: 'light', name: 'Light', icon: IconSun },
  { scheme: 'dark', name: 'Dark', icon: IconMoon },
];

type Props = { name: string; role: string; onPassword: () => void };

export const AccountMenu = ({ name, role, onPassword }: Props) => {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { account } = useSession();
  const navigate = useNavigate();
  const signOut = useSignOut();

  const leave = async () => {
    forgetDraft(account.id);
    await signOut();
    await navigate({ to: '/sign-in' });
  };

  return (
    <Menu position="top-start" width={210} withinPortal={false} withInitialFocusPlaceholder={false} onOpen={preparePasswordDialog}>
      <Menu.Target>
        <UnstyledButton className={style.account} aria-label={`Account of ${name}`}>
          <Initials name={name} size={32} isAccent />
          <span style={{ flex: 1, minWidth: 0 }}>
            <b>{name}</b>
            {role}
          </span>
          <IconSelector size={16} stroke={1.8} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Appearance</Menu.Label>
        <Menu.RadioGroup value={colorScheme}>
          {appearances.map(({ scheme, name: label, icon: Picture }) => (
            <Menu.RadioItem
              key={scheme}
              value={scheme}
              rightSection={<Picture size={16} stroke={1.8} aria-hidden />}
              onChange={() => setColorScheme(scheme)}
            >
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconKey size={16} stroke={1.8} aria-hidden />} onClick={onPassword}>
          Change my password
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.8} aria-hidden />} onClick={() => void leave()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
