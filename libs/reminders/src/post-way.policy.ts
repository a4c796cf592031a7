import { type CommunicationProfile, type ContactFormat, type ContactSafety, readsOf } from '@dragoman/patients';
import { formFor, languageForReader, type LetterLayout, writingOf } from '@dragoman/words';

/** A letter that the desk prints and posts. */
export interface Posting {
  way: 'post';
  layout: LetterLayout;
  safety: ContactSafety;
  neutral: boolean;
  /** In English: `Arabic`. */
  languageName: string;
}

type Postable = Pick<CommunicationProfile, 'languages' | 'post' | 'formats'>;

/** How a letter is set for whoever wishes to be told so; undefined of what is no letter. */
export const layoutOf: Readonly<Partial<Record<ContactFormat, LetterLayout>>> = { letter: 'standard', 'large-print': 'large-print', 'easy-read': 'easy-read' };

const NO_SAFE_POST = 'They asked for a letter, and their post is watched or not safe, so nothing is posted. Call with an interpreter, or print it to hand over.';
const TOO_LATE = 'They asked for a letter, and it would come too late. Call with an interpreter.';

/** A letter to the address of the profile; `unread` where we have no text in a language they read; null where none may be posted, or not in time. */
export const postWay = (layout: LetterLayout, profile: Postable, isTooLate: boolean): Posting | 'unread' | null => {
  const { post } = profile;
  const form = post && formFor(post.safety);
  if (!post || form === null || isTooLate) return null;
  const language = languageForReader(readsOf(profile).map(({ varietyId }) => varietyId));
  if (language === null) return 'unread';
  return { way: 'post', layout, safety: post.safety, neutral: form === 'neutral', languageName: writingOf(language).englishName };
};

/** Why no letter went to somebody who asked for one and has an address, where nothing else is left; null for anybody else. */
export const whyNoLetter = ({ post, formats }: Postable): { sentence: string; isTooLate?: true } | null => {
  if (!post || !formats.some((format) => layoutOf[format] !== undefined)) return null;
  return formFor(post.safety) === null ? { sentence: NO_SAFE_POST } : { sentence: TOO_LATE, isTooLate: true };
};
