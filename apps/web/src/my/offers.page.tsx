import { useQuery } from '@tanstack/react-query';
import { IconClock, IconInbox } from '@tabler/icons-react';
import type { MyOffer } from '@dragoman/contracts';
import { useNow } from '../time/clock';
import { longDay, spanOf } from '../time/wall';
import { Link } from './address';
import type { ScreenOf } from './screen-of';
import { payOf, timesOf } from './job-line';
import style from './offers.module.css';
import { Empty, Failure, Note, Skeletons } from './parts';
import { offersQuery } from './reads';
import { Screen } from './shell';
import { modalityWords } from './fact-words';
import { offerWords as say } from './offer-words';
import { words } from './words';

const OfferRow = ({ offer, now }: { offer: MyOffer; now: Date }) => {
  const left = Date.parse(offer.answerBy) - now.getTime();
  return (
    <li>
      <Link to={`/offers/${offer.offerId}`} className={style.offer}>
        <span className={style.left}>
          <IconClock size={18} stroke={2} aria-hidden />
          {left > 0 ? say.left(spanOf(left)) : say.over}
        </span>
        <span className={style.day}>{longDay(offer.date)}</span>
        <span className={style.hour}>
          <b>{timesOf(offer)}</b> <span>{payOf(offer)}</span>
        </span>
        <span>
          {offer.language.name} ↔ {offer.language.other}
        </span>
        <span className={style.soft}>
          {offer.place.name} · {modalityWords[offer.modality].toLowerCase()}
        </span>
      </Link>
    </li>
  );
};

/** Who is asking, soonest to be answered first. */
export const OffersPage: ScreenOf = ({ session }) => {
  const { data, refetch, ...seen } = useQuery(offersQuery);
  const now = useNow();
  const offers = (data?.items ?? []).filter(({ answerBy }) => Date.parse(answerBy) > now.getTime()).sort((one, other) => one.answerBy.localeCompare(other.answerBy));
  return (
    <Screen title={words.screens.offers} seen={seen} zone={session.interpreter.zone}>
      {!data && !seen.error && <Skeletons rows={2} height={170} />}
      {!data && seen.error && <Failure happened={words.broken.title} error={seen.error} safe={words.broken.safe} again={() => void refetch()} />}
      {data && offers.length === 0 && (
        <Empty icon={IconInbox} title={say.none} action={<Link to="/week">{say.toWeek}</Link>}>
          {say.noneHow}
        </Empty>
      )}
      {offers.length > 0 && (
        <>
          <Note>{say.count(offers.length)}</Note>
          <ul className={style.offers}>
            {offers.map((offer) => (
              <OfferRow key={offer.offerId} offer={offer} now={now} />
            ))}
          </ul>
        </>
      )}
    </Screen>
  );
};
