import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { ProblemError } from './api/problem';
import { sessionQuery } from './api/session';
import { interpretersSearch, messagesSearch, patientsSearch } from './lists/list-search';
import { Broken } from './shell/broken';
import { NotHere } from './shell/not-here';
import { Opening } from './shell/opening';

type Context = { client: QueryClient };
type Text = string | undefined;

/** A search parameter as it was written; the router reads bare digits as a number. */
const textOf = (value: unknown): Text =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined;

const rootRoute = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotHere });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: Text } => ({ next: textOf(search.next) }),
  component: lazyRouteComponent(() => import('./signin/sign-in.page'), 'SignInPage'),
});

const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join/$token',
  component: lazyRouteComponent(() => import('./signin/join.page'), 'JoinPage'),
});

const forgotRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot',
  validateSearch: (search: Record<string, unknown>): { email?: Text } => ({ email: textOf(search.email) }),
  component: lazyRouteComponent(() => import('./signin/forgot.page'), 'ForgotPage'),
});

const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password/$token',
  component: lazyRouteComponent(() => import('./signin/password.page'), 'PasswordPage'),
});

/** Everything below needs a session; without one, people sign in and come back to where they were going. */
const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'in',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.client.ensureQueryData(sessionQuery);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 401) throw error;
      const next = location.href === '/' ? undefined : location.href;
      throw redirect({ to: '/sign-in', search: { next }, replace: true });
    }
  },
  component: lazyRouteComponent(() => import('./shell/shell'), 'Shell'),
});

const screen = <Path extends string>(path: Path) => ({ getParentRoute: () => signedInRoute, path });

const todayRoute = createRoute({
  ...screen('/'),
  component: lazyRouteComponent(() => import('./today/today.page'), 'TodayPage'),
});

const bookRoute = createRoute({
  ...screen('/book'),
  validateSearch: (search: Record<string, unknown>): { patient?: Text } => ({ patient: textOf(search.patient) }),
  component: lazyRouteComponent(() => import('./book/book.page'), 'BookPage'),
});

const boardRoute = createRoute({
  ...screen('/board'),
  validateSearch: (search: Record<string, unknown>): { date?: Text; week?: true; language?: Text; booking?: Text } => ({
    date: /^\d{4}-\d{2}-\d{2}$/.test(String(search.date)) ? String(search.date) : undefined,
    ...(search.week ? { week: true as const } : {}),
    language: textOf(search.language),
    booking: textOf(search.booking),
  }),
  component: lazyRouteComponent(() => import('./board/board.page'), 'BoardPage'),
});

const bookingRoute = createRoute({
  ...screen('/bookings/$bookingId'),
  validateSearch: (search: Record<string, unknown>): { offer?: true; lost?: true } => ({ ...(search.offer ? { offer: true as const } : {}), ...(search.lost ? { lost: true as const } : {}) }),
  component: lazyRouteComponent(() => import('./booking/booking.page'), 'BookingPage'),
});

const phoneNowRoute = createRoute({
  ...screen('/phone-now'),
  component: lazyRouteComponent(() => import('./phone-now/phone-now.page'), 'PhoneNowPage'),
});

const callingRoute = createRoute({
  ...screen('/phone-now/$bookingId'),
  component: lazyRouteComponent(() => import('./phone-now/calling.page'), 'CallingPage'),
});

const patientsRoute = createRoute({
  ...screen('/patients'),
  validateSearch: patientsSearch,
  component: lazyRouteComponent(() => import('./patients/patients.page'), 'PatientsPage'),
});

const newPatientRoute = createRoute({
  ...screen('/patients/new'),
  validateSearch: (search: Record<string, unknown>): { name?: Text } => ({ name: textOf(search.name) }),
  component: lazyRouteComponent(() => import('./patients/patient.page'), 'NewPatientPage'),
});

const patientRoute = createRoute({
  ...screen('/patients/$patientId'),
  validateSearch: (search: Record<string, unknown>): { find?: true } => (search.find ? { find: true } : {}),
  component: lazyRouteComponent(() => import('./patients/patient.page'), 'PatientPage'),
});

const interpretersRoute = createRoute({
  ...screen('/interpreters'),
  validateSearch: interpretersSearch,
  component: lazyRouteComponent(() => import('./interpreters/interpreters.page'), 'InterpretersPage'),
});

const newInterpreterRoute = createRoute({
  ...screen('/interpreters/new'),
  component: lazyRouteComponent(() => import('./interpreters/interpreter.page'), 'NewInterpreterPage'),
});

const importInterpretersRoute = createRoute({
  ...screen('/interpreters/import'),
  component: lazyRouteComponent(() => import('./interpreters/import.page'), 'ImportPage'),
});

const interpreterRoute = createRoute({
  ...screen('/interpreters/$interpreterId'),
  component: lazyRouteComponent(() => import('./interpreters/interpreter.page'), 'InterpreterPage'),
});

const messagesRoute = createRoute({
  ...screen('/messages'),
  validateSearch: messagesSearch,
  component: lazyRouteComponent(() => import('./messages/messages.page'), 'MessagesPage'),
});

const phonesRoute = createRoute({
  ...screen('/phones'),
  validateSearch: (search: Record<string, unknown>): { phone?: Text } => ({ phone: textOf(search.phone) }),
  component: lazyRouteComponent(() => import('./phones/phones.page'), 'PhonesPage'),
});

/** Where what stood on one page of settings has gone, for whoever kept its address. */
const formerOpenings: Readonly<Record<string, '/settings/organisation' | '/settings/sites' | '/settings/people' | '/settings/messages' | '/settings/policies'>> = {
  organisation: '/settings/organisation',
  site: '/settings/sites',
  people: '/settings/people',
  test: '/settings/messages',
  rules: '/settings/policies',
};

/** A dialog that is open by the address. */
const opened = (search: Record<string, unknown>): { open?: true } => (search.open ? { open: true } : {});

const settingsRoute = createRoute({
  ...screen('/settings'),
  validateSearch: (search: Record<string, unknown>): { open?: Text } => ({ open: textOf(search.open) }),
  beforeLoad: ({ search: { open } }) => {
    const to = open && formerOpenings[open];
    if (to) throw redirect({ to, search: to === '/settings/policies' ? {} : { open: true }, replace: true });
  },
  component: lazyRouteComponent(() => import('./settings/settings.page'), 'SettingsPage'),
});

const organisationRoute = createRoute({
  ...screen('/settings/organisation'),
  validateSearch: opened,
  component: lazyRouteComponent(() => import('./settings/organisation.page'), 'OrganisationPage'),
});

const sitesRoute = createRoute({
  ...screen('/settings/sites'),
  validateSearch: opened,
  component: lazyRouteComponent(() => import('./settings/sites.page'), 'SitesPage'),
});

const peopleRoute = createRoute({
  ...screen('/settings/people'),
  validateSearch: opened,
  component: lazyRouteComponent(() => import('./settings/people.page'), 'PeoplePage'),
});

const agenciesRoute = createRoute({
  ...screen('/settings/agencies'),
  component: lazyRouteComponent(() => import('./settings/agencies.page'), 'AgenciesPage'),
});

const policiesRoute = createRoute({
  ...screen('/settings/policies'),
  component: lazyRouteComponent(() => import('./settings/policies.page'), 'PoliciesPage'),
});

const matchingRoute = createRoute({
  ...screen('/settings/matching'),
  component: lazyRouteComponent(() => import('./settings/matching.page'), 'MatchingPage'),
});

const messageSettingsRoute = createRoute({
  ...screen('/settings/messages'),
  validateSearch: opened,
  component: lazyRouteComponent(() => import('./settings/messages.page'), 'MessageSettingsPage'),
});

const dayRoute = createRoute({
  ...screen('/settings/day'),
  component: lazyRouteComponent(() => import('./settings/day.page'), 'DayPage'),
});

const encountersRoute = createRoute({
  ...screen('/settings/encounters'),
  component: lazyRouteComponent(() => import('./encounters/encounters.page'), 'EncountersPage'),
});

const recordingsRoute = createRoute({
  ...screen('/settings/recordings'),
  component: lazyRouteComponent(() => import('./recordings/recordings.page'), 'RecordingsPage'),
});

const recordingVarietyRoute = createRoute({
  ...screen('/settings/recordings/$varietyId'),
  component: lazyRouteComponent(() => import('./recordings/variety.page'), 'RecordingVarietyPage'),
});

const textLanguagesRoute = createRoute({
  ...screen('/settings/texts'),
  component: lazyRouteComponent(() => import('./texts/languages.page'), 'TextLanguagesPage'),
});

const textsRoute = createRoute({
  ...screen('/settings/texts/$language'),
  validateSearch: (search: Record<string, unknown>): { show?: 'waiting' | 'reviewed' } =>
    search.show === 'waiting' || search.show === 'reviewed' ? { show: search.show } : {},
  component: lazyRouteComponent(() => import('./texts/language.page'), 'TextsPage'),
});

const textRoute = createRoute({
  ...screen('/settings/texts/$language/$form/$key'),
  component: lazyRouteComponent(() => import('./texts/text.page'), 'TextPage'),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  joinRoute,
  forgotRoute,
  passwordRoute,
  signedInRoute.addChildren([
    todayRoute,
    bookRoute,
    boardRoute,
    bookingRoute,
    phoneNowRoute,
    callingRoute,
    patientsRoute,
    newPatientRoute,
    patientRoute,
    interpretersRoute,
    newInterpreterRoute,
    importInterpretersRoute,
    interpreterRoute,
    messagesRoute,
    phonesRoute,
    settingsRoute,
    organisationRoute,
    sitesRoute,
    peopleRoute,
    agenciesRoute,
    policiesRoute,
    matchingRoute,
    messageSettingsRoute,
    dayRoute,
    encountersRoute,
    recordingsRoute,
    recordingVarietyRoute,
    textLanguagesRoute,
    textsRoute,
    textRoute,
  ]),
]);

export const makeRouter = (client: QueryClient) =>
  createRouter({
    routeTree,
    context: { client },
    defaultPreload: 'intent',
    defaultPendingComponent: Opening,
    defaultPendingMs: 300,
    defaultErrorComponent: Broken,
    scrollRestoration: true,
  });
