import type { MessageDraft as DraftView, Preview as PreviewView, ProfilePreview as ProfileView, SaidProfile as SaidView } from '@dragoman/contracts';
import { isoOf } from '@dragoman/kernel';
import type { MessageDraft, Preview, ProfilePreview, SaidProfile } from '@dragoman/reminders';
import { presentLetter } from './letter.presenter';

const presentDraft = (draft: MessageDraft): DraftView => ({
  channel: draft.channel,
  address: draft.address,
  subject: draft.subject,
  body: draft.body,
  lang: draft.lang,
  dir: draft.dir,
  languageName: draft.languageName,
  english: draft.english,
  neutral: draft.neutral,
  unconfirmed: draft.unconfirmed,
  isOwnWords: draft.isOwnWords,
  supporterName: draft.supporterName,
  reviewState: draft.reviewState,
  reviewedBy: draft.reviewedBy ?? null,
  version: draft.version,
  characters: draft.segments?.characters ?? [...draft.body].length,
  segments: draft.segments?.segments ?? null,
});

export const presentPreview = ({ draft, letter, callInstead, plan }: Preview): PreviewView => ({
  draft: draft && presentDraft(draft),
  letter: letter && presentLetter(letter),
  callInstead,
  plan: plan.map(({ intentId, kind, dueAt, sentence }) => ({ intentId, kind, dueAt: isoOf(dueAt), sentence })),
});

export const presentProfilePreview = ({ example, channels, post }: ProfilePreview): ProfileView => ({
  example: { ...example, startsAt: isoOf(example.startsAt) },
  channels: channels.map(({ draft, sentence }) => ({ draft: draft && presentDraft(draft), sentence })),
  post: post && { letter: post.letter && presentLetter(post.letter), sentence: post.sentence },
});

/** What a form says, as a profile says it. */
export const profileSaid = ({ languages, channels, ...said }: SaidView): SaidProfile => ({
  ...said,
  languages: languages.map((language, rank) => ({ ...language, rank })),
  channels: channels.map(({ channel, address, safety, voicemail = null, isConfirmed = false, ownWords = null }, rank) => ({
    channel,
    address: address.trim(),
    safety,
    voicemail,
    isConfirmed,
    ownWords,
    rank,
  })),
});
