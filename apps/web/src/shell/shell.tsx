import { Drawer, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { IconMenu2, IconSearch } from '@tabler/icons-react';
import { Suspense, useEffect } from 'react';
import { AlertBar } from '../alerts/alert-bar';
import { connectLive } from '../api/live';
import { focusPageHeading } from '../design/page-heading';
import { Finder } from './finder';
import { StaleStrip } from './live-pill';
import { Brand, Navigation } from './navigation';
import { Opening } from './opening';
import { PasswordDialog } from './password-dialog';
import style from './shell.module.css';

/** Whoever listens to the page hears the new screen's heading instead of the place left behind; once it is there, for its script may still have to come. */
const useFocusOnNewScreen = () => {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (fromLocation && pathChanged) focusPageHeading();
      }),
    [router],
  );
};

export const Shell = () => {
  const client = useQueryClient();
  const [isMenuOpen, menu] = useDisclosure(false);
  const [isPasswordOpen, password] = useDisclosure(false);
  const onPassword = () => {
    menu.close();
    password.open();
  };
  useEffect(() => connectLive(client), [client]);
  useFocusOnNewScreen();

  return (
    <div className={style.frame}>
      <a className={style.skip} href="#content">
        Skip to content
      </a>
      <aside className={style.side} aria-label="Navigation">
        <Brand />
        <Navigation onPassword={onPassword} />
      </aside>
      <aside className={style.bar} aria-label="Navigation">
        <UnstyledButton className={style.icon} aria-label="Menu" aria-expanded={isMenuOpen} onClick={menu.open}>
          <IconMenu2 size={22} stroke={1.8} aria-hidden />
        </UnstyledButton>
        <Brand />
        <UnstyledButton className={style.icon} aria-label="Find patient, booking…" onClick={spotlight.open}>
          <IconSearch size={20} stroke={1.8} aria-hidden />
        </UnstyledButton>
      </aside>
      <Drawer opened={isMenuOpen} onClose={menu.close} size={280} title="Menu" closeButtonProps={{ 'aria-label': 'Close menu' }}>
        <Navigation onGo={menu.close} onPassword={onPassword} />
      </Drawer>
      <main id="content" className={style.main} tabIndex={-1}>
        <div className={style.page}>
          <StaleStrip />
          <AlertBar />
          <Suspense fallback={<Opening />}>
            <Outlet />
          </Suspense>
        </div>
      </main>
      <Finder />
      <PasswordDialog isOpen={isPasswordOpen} onClose={password.close} />
    </div>
  );
};
