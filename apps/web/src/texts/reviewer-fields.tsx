import { TextInput } from '@mantine/core';
import { useZone } from '../api/session';
import { DateField } from '../fields/date-field';
import { serverNow } from '../time/clock';
import { wallOf } from '../time/wall';
import type { Reviewer } from './reviewer';

type Props = {
  reviewer: Reviewer;
  onWrite: (change: Partial<Reviewer>) => void;
  /** It was asked for, and without these nothing is saved. */
  isAsked: boolean;
  errors: Readonly<Record<string, string>>;
};

export const isNamed = ({ reviewerName, reviewerRole }: Reviewer): boolean => reviewerName.trim() !== '' && reviewerRole.trim() !== '';

/** Who read it; need not be who is signed in. */
export const ReviewerFields = ({ reviewer, onWrite, isAsked, errors }: Props) => {
  const today = wallOf(serverNow(), useZone()).date;
  const missing = (value: string, sentence: string) => (isAsked && value.trim() === '' ? sentence : undefined);
  return (
    <>
      <TextInput
        label="Name"
        description="Whoever reads the language; need not be you"
        maxLength={80}
        value={reviewer.reviewerName}
        onChange={(event) => onWrite({ reviewerName: event.currentTarget.value })}
        error={errors.reviewerName ?? missing(reviewer.reviewerName, 'Write who has read it.')}
      />
      <TextInput
        label="Role"
        description="In their own words, such as “staff interpreter”"
        maxLength={80}
        value={reviewer.reviewerRole}
        onChange={(event) => onWrite({ reviewerRole: event.currentTarget.value })}
        error={errors.reviewerRole ?? missing(reviewer.reviewerRole, 'Write in which role they have read it.')}
      />
      <DateField label="Read on" description="Not after today" today={today} value={reviewer.reviewedOn} onChange={(date) => onWrite({ reviewedOn: date ?? today })} />
    </>
  );
};
