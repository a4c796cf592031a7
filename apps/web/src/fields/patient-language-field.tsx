import { Select, type SelectProps } from '@mantine/core';
import { languageChoices, type PatientLanguage } from './patient-languages';

type Props = Pick<SelectProps, 'label' | 'description' | 'placeholder' | 'error'> & {
  languages: readonly PatientLanguage[];
  value: string | null;
  onChange: (varietyId: string | null) => void;
};

/** Which of the patient's own languages is interpreted. */
export const PatientLanguageField = ({ languages, ...props }: Props) => <Select data={languageChoices(languages)} {...props} />;
