import type { MessageDraft as DraftView, Preview as PreviewView } from '@dragoman/contracts';
import type { MessageDraft, Preview } from '@dragoman/reminders';

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
  version: draft.version,
  characters: draft.segments?.characters ?? [...draft.body].length,
  segments: draft.segments?.segments ?? null,
});

export const presentPreview = ({ draft, callInstead, plan }: Preview): PreviewView => ({
  draft: draft && presentDraft(draft),
  callInstead,
  plan: plan.map(({ intentId, kind, dueAt, sentence }) => ({ intentId, kind, dueAt: dueAt.toISOString(), sentence })),
});
