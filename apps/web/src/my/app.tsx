import { useQuery } from '@tanstack/react-query';
import { Component, lazy, type ReactNode, Suspense } from 'react';
import type { MySession } from '@dragoman/contracts';
import { useAddress } from './address';
import { isSignedOut } from './my-client';
import { Failure, Press, Skeletons, Status } from './parts';
import { jobsQuery, offersQuery, sessionQuery } from './reads';
import type { ScreenOf } from './screen-of';
import { Screen, useOnline } from './shell';
import { words } from './words';

const SignInPage = lazy(() => import('./sign-in.page').then(({ SignInPage: Page }) => ({ default: Page })));
const OffersPage = lazy(() => import('./offers.page').then(({ OffersPage: Page }) => ({ default: Page })));

/** Each comes when it is opened, and is kept on the phone before that. */
const screens: [RegExp, ScreenOf][] = [
  [/^$/, OffersPage],
  [/^\/offers\/([\w-]+)$/, lazy(() => import('./offer.page').then(({ OfferPage }) => ({ default: OfferPage })))],
  [/^\/jobs$/, lazy(() => import('./jobs.page').then(({ JobsPage }) => ({ default: JobsPage })))],
  [/^\/jobs\/([\w-]+)$/, lazy(() => import('./job.page').then(({ JobPage }) => ({ default: JobPage })))],
  [/^\/week$/, lazy(() => import('./week.page').then(({ WeekPage }) => ({ default: WeekPage })))],
  [/^\/me\/calendar$/, lazy(() => import('./calendar.page').then(({ CalendarPage }) => ({ default: CalendarPage })))],
  [/^\/me\/documents$/, lazy(() => import('./documents.page').then(({ DocumentsPage }) => ({ default: DocumentsPage })))],
  [/^\/me$/, lazy(() => import('./me.page').then(({ MePage }) => ({ default: MePage })))],
];

/** A part of the app that would not load, or a screen that would not be drawn. */
class Guard extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    if (!this.state.isBroken) return this.props.children;
    return (
      <Screen title={words.broken.title}>
        <Status tone="bad" role="alert" heading={words.broken.screen} actions={<Press onClick={() => window.location.reload()}>{words.again}</Press>}>
          {words.broken.safe}
        </Status>
      </Screen>
    );
  }
}

const Opening = () => (
  <Screen title={words.app}>
    <Skeletons />
  </Screen>
);

/** Read on whichever screen one is, so that both are there when the network goes. */
const Reading = () => {
  useQuery(offersQuery);
  useQuery(jobsQuery);
  return null;
};

const Shown = ({ session }: { session: MySession }) => {
  const address = useAddress();
  const [pattern, Page] = screens.find(([one]) => one.test(address)) ?? [/^/, OffersPage];
  const id = pattern.exec(address)?.[1] ?? '';
  return (
    <Guard key={address}>
      <Reading />
      <Suspense fallback={<Opening />}>
        <Page key={address} session={session} id={id} />
      </Suspense>
    </Guard>
  );
};

/** Whoever is signed in sees their screens, also without network; everybody else signs in. */
export const App = () => {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  const isOnline = useOnline();
  if (isSignedOut(error))
    return (
      <Guard>
        <Suspense fallback={null}>
          <SignInPage hadSession={session !== undefined} />
        </Suspense>
      </Guard>
    );
  if (session) return <Shown session={session} />;
  if (!error && isOnline) return <Opening />;
  return (
    <Screen title={words.app}>
      {isOnline ? (
        <Failure happened={words.broken.title} error={error} safe={words.broken.safe} again={() => void refetch()} />
      ) : (
        <Status tone="warn" role="alert" heading={words.network.none}>
          {words.network.firstTime}
        </Status>
      )}
    </Screen>
  );
};
