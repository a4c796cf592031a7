import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconUsers } from '@tabler/icons-react';
import type { FillingWay, RelayChoice } from '@dragoman/contracts';
import { candidatesQuery, relaysQuery, requestBooking, whyNotQuery } from '../api/bookings';
import { openSitesQuery } from '../api/organisation';
import { patientQuery } from '../api/patients';
import { fieldErrorsOf } from '../api/problem';
import { useZone } from '../api/session';
import { Card, CardHead } from '../design/card';
import { Empty } from '../design/empty';
import { LinkButton } from '../design/link-button';
import { QuietButton } from '../design/quiet-button';
import { Skeletons } from '../design/skeletons';
import { ErrorStrip } from '../design/strip';
import { PhoneNowLink } from '../phone-now/phone-now-link';
import { PageHeader } from '../shell/page-header';
import { useNow } from '../time/clock';
import { wallOf } from '../time/wall';
import { ConsentGroup } from '../consent/consent-group';
import { needsOnlyConsent } from '../consent/consent-words';
import { appointmentOf, chosenOf } from './appointment';
import { BookingBar } from './booking-bar';
import { Candidates } from './candidates';
import { PatientCard } from './patient-card';
import { Receives } from './receives';
import { Relays } from './relays';
import { relayNames } from './relay-choice';
import { useRelay } from './use-relay';
import { useDraft, withPatient } from './use-draft';
import { WhenAndWhere } from './when-and-where';
import style from './book.module.css';

/** One page, under a minute: whom, when and where, by whom. */
export const BookPage = () => {
  const { patient: patientFromLink } = useSearch({ from: '/in/book' });
  const zone = useZone();
  const today = wallOf(useNow(), zone).date;
  const navigate = useNavigate();
  const client = useQueryClient();
  const { draft, change, startAgain } = useDraft(patientFromLink);

  const sites = useQuery(openSitesQuery);
  const { data: patient } = useQuery(patientQuery(draft.patientId));
  const appointment = appointmentOf(draft, draft.patientId ? patient : undefined, sites.data);
  const [asked] = useDebouncedValue(appointment && JSON.stringify(appointment), 300);
  const settled: typeof appointment = appointment && asked ? JSON.parse(asked) : null;
  const candidates = useQuery(candidatesQuery(settled, draft.consents));
  const list = settled ? candidates.data : undefined;
  const isCurrent = asked === JSON.stringify(appointment) && !candidates.isPlaceholderData;

  const languageName = patient?.languages.find(({ varietyId }) => varietyId === settled?.varietyId)?.name ?? 'their language';
  const chosenIds = list ? chosenOf(draft, list.possible) : [];
  const chosen = list ? list.possible.filter(({ interpreterId }) => chosenIds.includes(interpreterId)) : [];

  const relay = useRelay(relaysQuery(settled), list !== undefined && isCurrent && list.possible.length === 0);

  const booking = useMutation({
    mutationFn: async ({ offerTo, relay: choice, fill }: { offerTo: string[]; relay?: RelayChoice; fill?: FillingWay }) => {
      if (!appointment) throw new Error('The appointment is not complete.');
      return requestBooking({ ...appointment, purpose: draft.purpose.trim() || null, offerTo, relay: choice, fill, ...(draft.staffing.kind !== 'one' && { staffing: draft.staffing }), requestKey: draft.requestKey, consents: draft.consents });
    },
    onSuccess: async (detail) => {
      client.setQueryData(['booking', detail.id], detail);
      void client.invalidateQueries({ queryKey: ['today'] });
      await navigate({ to: '/bookings/$bookingId', params: { bookingId: detail.id } });
      startAgain();
    },
  });
  const errors = { ...fieldErrorsOf(candidates.error), ...fieldErrorsOf(booking.error) };

  const pickPatient = (patientId: string | null) => {
    change(withPatient(draft, patientId));
    if (patientFromLink && patientFromLink !== patientId) void navigate({ to: '/book', search: {}, replace: true });
  };

  return (
    <div className={style.withBar} data-fills-window>
      <PageHeader
        title="Book an interpreter"
        actions={<PhoneNowLink />}
        under={
          draft.savedAt ? (
            <>
              Draft kept on this computer {wallOf(draft.savedAt, zone).time} · <QuietButton onClick={startAgain}>Start again</QuietButton>
            </>
          ) : (
            'Kept as you type: a closed tab loses nothing'
          )
        }
      />
      <div className={style.columns}>
        <div className={style.left}>
          <PatientCard patientId={draft.patientId} onPick={pickPatient} />
          {sites.data?.length === 0 ? (
            <Card isPadded={false}>
              <Empty icon={IconUsers} title="There is no site yet." actions={<LinkButton to="/settings/sites" search={{ open: true }}>Add a site</LinkButton>}>
                An appointment needs a place, even by phone: it tells the time zone.
              </Empty>
            </Card>
          ) : (
            <WhenAndWhere
              draft={draft}
              change={change}
              patient={draft.patientId ? patient : undefined}
              sites={sites.data ?? []}
              today={today}
              zone={zone}
              errors={errors}
            />
          )}
          <Card isPadded={false} label="Interpreters, best first">
            <div className={style.listHead}>
              <CardHead
                title="Interpreters, best first"
                count={list ? `${list.possible.length} possible` : undefined}
                aside={list && 'All checked for language, time, credentials and wishes'}
              />
            </div>
            {!settled && (
              <div className={style.invite}>
                They appear here as soon as patient, date, start and place are known, each with the reasons for and against.
              </div>
            )}
            {settled && candidates.error && (
              <div className={style.invite}>
                <ErrorStrip
                  happened="No list."
                  error={candidates.error}
                  safe="The draft is kept."
                  retry={{ run: () => void candidates.refetch() }}
                />
              </div>
            )}
            {settled && !list && !candidates.error && <Skeletons rows={4} height={60} label="Looking for interpreters" />}
            {settled && list && !candidates.error && (
              <Candidates
                list={{ ...list, notPossible: list.notPossible.filter((one) => !needsOnlyConsent(one)) }}
                chosen={chosenIds}
                onChoose={(ids) => {
                  relay.pick(null);
                  change({ chosen: ids });
                }}
                ask={(id) => whyNotQuery({ appointment: settled, consents: draft.consents }, id)}
                isStale={!isCurrent}
                between={
                  <ConsentGroup
                    isBusy={!isCurrent}
                    about={{ appointment: settled }}
                    own={languageName}
                    people={list.notPossible.filter(needsOnlyConsent)}
                    given={draft.consents}
                    onAgree={(consent) => change({ consents: [...draft.consents, consent] })}
                    onTakeBack={(variety) =>
                      change({ consents: draft.consents.filter(({ interpreterVariety }) => interpreterVariety !== variety) })
                    }
                    onInstead={({ date, time, modality, interpreterId }) => change({ date, time, modality, chosen: [interpreterId] })}
                  />
                }
              />
            )}
            {list && !candidates.error && draft.staffing.kind === 'one' && (
              <Relays
                {...relay}
                length={appointment?.length ?? 0}
                onOpen={relay.open}
                onChoose={(choice) => {
                  relay.pick(choice);
                  if (choice) change({ chosen: [] });
                }}
              />
            )}
          </Card>
        </div>
        <Receives patient={draft.patientId ? patient : undefined} appointment={settled} />
      </div>
      <BookingBar
        chosen={chosen}
        isProposal={draft.chosen === null}
        staffing={draft.staffing}
        isReady={appointment !== null && isCurrent && !candidates.error}
        isBusy={booking.isPending || booking.isSuccess}
        error={booking.error}
        relay={relay.chosen && relay.list ? relayNames(relay.chosen, relay.list) : null}
        onOffer={() => booking.mutate(relay.chosen ? { offerTo: [], relay: relay.chosen } : { offerTo: chosenIds })}
        onSave={() => booking.mutate({ offerTo: [], fill: 'by-hand' })}
        onRun={(fill) => booking.mutate({ offerTo: [], fill })}
      />
    </div>
  );
};
