import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { IconCalendarEvent, IconEar, IconSearch, IconSettings, IconUser } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Found } from '@dragoman/contracts';
import { searchQuery } from '../api/search';
import { useSession } from '../api/session';
import { focusPageHeading, focusPageHeadingIfLost } from '../design/page-heading';
import { nearDay, wallOf } from '../time/wall';
import { useNow } from '../time/clock';
import { sectionsFor } from '../settings/sections';
import { screensFor } from './screens';

const nothing: Found = { patients: [], interpreters: [], bookings: [] };
const contains = (text: string, typed: string) => text.toLowerCase().includes(typed.toLowerCase());
const dialogName = { 'aria-label': 'Find', 'aria-labelledby': undefined };
const darkened = { blur: 0, backgroundOpacity: 0.5 };
const icon = { size: 18, stroke: 1.8, 'aria-hidden': true } as const;

/** Whoever went somewhere is at its heading, and not back at the button that they found it with; whoever only closed it is where they were. */
const useFocusAfterwards = () => {
  const router = useRouter();
  const before = useRef<{ path: string; place: Element | null }>({ path: '', place: null });
  const here = () => router.latestLocation.pathname;
  return {
    returnFocus: false,
    onSpotlightOpen: () => {
      before.current = { path: here(), place: document.activeElement };
    },
    onExitTransitionEnd: () => {
      const { path, place } = before.current;
      if (here() !== path) focusPageHeading();
      else if (place instanceof HTMLElement) place.focus({ preventScroll: true });
      focusPageHeadingIfLost();
    },
  };
};

/** Ctrl or ⌘ K: any patient, interpreter, booking or screen. */
export const Finder = () => {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const session = useSession();
  const navigate = useNavigate();
  const focus = useFocusAfterwards();
  const today = wallOf(useNow(), session.organisation.zone).date;
  const { data, isFetching } = useQuery(searchQuery(search));
  const found = search.length > 1 ? (data ?? nothing) : nothing;
  const screens = screensFor(session).filter(({ name }) => contains(name, typed.trim()));
  // Not before something is typed: eleven more would hide the screens.
  const sections = typed.trim() === '' ? [] : sectionsFor(session).flatMap((group) => group.sections).filter(({ name, about }) => contains(`${name} ${about}`, typed.trim()));
  const isEmpty = sections.length + screens.length + found.patients.length + found.interpreters.length + found.bookings.length === 0;

  const when = (startsAt: string) => {
    const { date, time } = wallOf(startsAt, session.organisation.zone);
    return `${nearDay(date, today)} ${time}`;
  };

  return (
    // Its keys work in the middle of writing too: no field has another use for them. A blurred screen behind it is painted anew with every
    // key, which a computer without a graphics card takes a tenth of a second for.
    <Spotlight.Root {...focus} tagsToIgnore={[]} overlayProps={darkened} query={typed} onQueryChange={setTyped} scrollable maxHeight={420} attributes={{ content: dialogName }}>
      <Spotlight.Search
        aria-label="Find a patient, booking, interpreter or screen"
        placeholder="Name, record number, D-20418, screen…"
        leftSection={<IconSearch {...icon} />}
      />
      <Spotlight.ActionsList>
        {found.patients.length > 0 && (
          <Spotlight.ActionsGroup label="Patients">
            {found.patients.map(({ id, name, language, recordNumber }) => (
              <Spotlight.Action
                key={id}
                label={name}
                description={[language, recordNumber && `record ${recordNumber}`].filter(Boolean).join(' · ')}
                leftSection={<IconUser {...icon} />}
                onClick={() => void navigate({ to: '/patients/$patientId', params: { patientId: id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.bookings.length > 0 && (
          <Spotlight.ActionsGroup label="Bookings">
            {found.bookings.map(({ id, reference, patientName, language, startsAt }) => (
              <Spotlight.Action
                key={id}
                label={`${reference} · ${patientName}`}
                description={`${language} · ${when(startsAt)}`}
                leftSection={<IconCalendarEvent {...icon} />}
                onClick={() => void navigate({ to: '/bookings/$bookingId', params: { bookingId: id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.interpreters.length > 0 && (
          <Spotlight.ActionsGroup label="Interpreters">
            {found.interpreters.map(({ id, displayName, languages }) => (
              <Spotlight.Action
                key={id}
                label={displayName}
                description={languages.join(', ')}
                leftSection={<IconEar {...icon} />}
                onClick={() => void navigate({ to: '/interpreters/$interpreterId', params: { interpreterId: id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {screens.length > 0 && (
          <Spotlight.ActionsGroup label="Screens">
            {screens.map(({ to, name, icon: Picture }) => (
              <Spotlight.Action key={to} label={name} leftSection={<Picture {...icon} />} onClick={() => void navigate({ to })} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {sections.length > 0 && (
          <Spotlight.ActionsGroup label="Settings">
            {sections.map(({ to, name, about }) => (
              <Spotlight.Action key={to} label={name} description={about} leftSection={<IconSettings {...icon} />} onClick={() => void navigate({ to })} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {isEmpty && <Spotlight.Empty>{isFetching ? 'Looking…' : 'Nobody and nothing by that name.'}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
};
