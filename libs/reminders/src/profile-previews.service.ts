import { Injectable } from '@nestjs/common';
import { addDays, Clock, instantOf, wallClock } from '@dragoman/kernel';
import type { Silenced } from '@dragoman/messaging';
import type { CommunicationProfile, OwnWords, ProfileChannel, ProfilePost } from '@dragoman/patients';
import type { ReadTx, StaffActor } from '@dragoman/platform';
import { type AddressedLetter, layoutFor, letterText } from './patient-letters.service';
import { PatientMessages } from './patient-messages.service';
import type { AppointmentFacts } from './patient-text.policy';
import { reachPatient } from './reach.policy';
import { ReminderNeighbours } from './reminder.neighbours';
import type { MessageDraft } from './reminders.service';
import { nothingPosted, nothingWritten } from './sentences.policy';
import type { RecordedVariety } from './voice.policy';
import { letterLayouts, type Wordbook } from '@dragoman/words';

/** As much of a profile as decides what is said where; it need not be saved. */
export interface SaidProfile extends Pick<CommunicationProfile, 'languages' | 'formats' | 'post' | 'dawnClock' | 'hasPageCode'> {
  channels: (Omit<ProfileChannel, 'ownWords'> & { ownWords: Pick<OwnWords, 'text' | 'varietyId'> | null })[];
}

type PreviewedProfile = Pick<CommunicationProfile, 'languages' | 'channels' | 'formats' | 'dawnClock' | 'hasPageCode'>;

/** What one phone or mailbox would get; or why nothing is written there, and what happens instead. */
export interface ChannelPreview {
  draft: MessageDraft | null;
  sentence: string | null;
}

/** What would be posted; or why nothing is. */
export interface PostPreview {
  letter: AddressedLetter | null;
  sentence: string | null;
}

export interface ProfilePreview {
  /** The appointment that the texts speak of. There is none like it: it is a week from now at ten. */
  example: { startsAt: Date; zone: string; siteName: string };
  /** In the order of the profile's channels. */
  channels: ChannelPreview[];
  /** Null where no address is recorded. */
  post: PostPreview | null;
}

/** Stands where the interpreter's name will. */
const SOMEBODY = '(name)';
const DAYS_AHEAD = 7;

const NO_LETTER = 'Nothing: we have no text for a letter in a language they read. A person tells them with an interpreter.';

const NOT_BY_ITSELF = 'Only when somebody adds one on a booking: a letter is not among the ways in which they wish to be told.';

const inPost = (
  post: ProfilePost,
  { words, profile, facts }: { words: Wordbook; profile: Pick<CommunicationProfile, 'languages' | 'formats' | 'dawnClock'>; facts: AppointmentFacts },
): PostPreview => {
  const sentence = nothingPosted(post);
  if (sentence !== null) return { letter: null, sentence };
  const letter = letterText(words, profile, facts, { kind: 'confirmed', layout: layoutFor(profile), safety: post.safety });
  if (!letter) return { letter: null, sentence: NO_LETTER };
  const isWished = profile.formats.some((format) => format === 'letter' || letterLayouts.some((one) => one === format));
  return { letter: { ...letter, to: [] }, sentence: isWished ? null : NOT_BY_ITSELF };
};

/** What a patient would receive on each way to reach them, while somebody still writes down which ways there are. */
@Injectable()
export class ProfilePreviews {
  constructor(
    private readonly clock: Clock,
    private readonly near: ReminderNeighbours,
    private readonly patients: PatientMessages,
  ) {}

  async show(tx: ReadTx, { organisationId, accountId: writtenBy }: StaffActor, said: SaidProfile): Promise<ProfilePreview> {
    const writtenAt = this.clock.now();
    const channels = said.channels.map(({ ownWords, ...channel }) => ({ ...channel, ownWords: ownWords && { ...ownWords, writtenBy, writtenAt } }));
    const profile = { ...said, channels };
    const { facts, example } = await this.example(tx, organisationId);
    const asked = profile.channels.map(({ channel, address }) => ({ organisationId, channel, address }));
    const silenced = await this.near.messages.silenced(tx, asked);
    const recorded = await this.near.recordings.complete(tx, [organisationId]);
    const words = await this.patients.words(tx, organisationId);
    const post = said.post && inPost(said.post, { words, profile, facts });
    return { example, channels: channels.map((channel) => this.on(channel, { words, profile, silenced, recorded, facts })), post };
  }

  private on(
    channel: ProfileChannel,
    { words, profile, silenced, recorded, facts }: { words: Wordbook; profile: PreviewedProfile; silenced: readonly Silenced[]; recorded: readonly RecordedVariety[]; facts: AppointmentFacts },
  ): ChannelPreview {
    const { languages } = profile;
    const reach = reachPatient({ languages, channels: [channel], formats: [], post: null, supporters: [] }, { silenced, tried: [], recorded, isTooLateForPost: false });
    const sentence = nothingWritten(channel, { reach, formats: profile.formats, silenced });
    const text = sentence === null && reach.way === 'write' ? this.patients.draft(words, reach, { name: '', profile }, facts) : null;
    if (!text || reach.way !== 'write') return { draft: null, sentence };
    const { channel: carried, address, unconfirmed, ownWords } = reach;
    return { draft: { ...text, channel: carried, address, unconfirmed, isOwnWords: ownWords !== null, supporterName: null }, sentence };
  }

  private async example(tx: ReadTx, organisationId: string): Promise<{ facts: AppointmentFacts; example: ProfilePreview['example'] }> {
    const clinic = await this.near.organisations.get(tx, organisationId);
    const [site = { name: clinic.name, address: '', zone: clinic.zone }] = await this.near.organisations.sites(tx);
    const { zone } = site;
    const day = addDays(wallClock(this.clock.now(), zone).date, DAYS_AHEAD);
    const startsAt = instantOf(`${day}T10:00`, zone, { gap: 'forward', fold: 'earlier' });
    const facts: AppointmentFacts = {
      clinicName: clinic.name,
      clinicPhone: clinic.phone,
      siteName: site.name,
      siteAddress: site.address,
      room: null,
      startsAt,
      zone,
      modality: 'in-person',
      interpreterName: SOMEBODY,
    };
    return { facts, example: { startsAt, zone, siteName: site.name } };
  }
}
