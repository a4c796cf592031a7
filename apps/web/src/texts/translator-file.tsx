import { Button, Checkbox, FileButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { TextsOfLanguage, TranslatorChange, TranslatorReading } from '@dragoman/contracts';
import { fieldErrorsOf } from '../api/problem';
import { approveTranslation, readTranslation, textsQuery, translatorFileAddress } from '../api/texts';
import { Card, CardHead } from '../design/card';
import { ErrorStrip, Strip } from '../design/strip';
import { PatternText } from './pattern-text';
import { useReviewer } from './reviewer';
import { isNamed, ReviewerFields } from './reviewer-fields';
import { formWords, ruleWords, titleOf } from './text-words';
import style from './texts.module.css';
import { isDoubtful, isSound, readingSentences } from './translator-words';

/** What was approved already is not approved twice. */
const AGAIN = 'Upload the file again to see what it would change now.';

const nameOf = ({ form, key }: Pick<TranslatorChange, 'form' | 'key'>): string => `${form}/${key}`;

type ChangeProps = { language: TextsOfLanguage; change: TranslatorChange; isChosen: boolean; onChoose: (isChosen: boolean) => void };

const Change = ({ language: { lang, dir }, change, isChosen, onChoose }: ChangeProps) => {
  const { form, key, english, said, pattern, problems } = change;
  return (
    <li>
      <Checkbox
        label={titleOf(form, key)}
        description={`${formWords[form]}${said === pattern ? '. Right as it is' : ''}`}
        checked={isChosen}
        disabled={!isSound(change)}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
      <div className={style.compared}>
        <div>
          <span className={style.label}>English</span>
          <PatternText pattern={english} lang="en" dir="ltr" />
        </div>
        {said !== pattern && (
          <div>
            <span className={style.label}>Now</span>
            <PatternText pattern={said} lang={lang} dir={dir} />
          </div>
        )}
        <div>
          <span className={style.label}>{said === pattern ? 'Now, and in the file' : 'In the file'}</span>
          <PatternText pattern={pattern} lang={lang} dir={dir} />
        </div>
      </div>
      {problems.map(({ rule, detail, mayBeMeant }) => (
        <Strip key={`${rule} ${detail}`} tone={mayBeMeant ? 'warn' : 'bad'}>
          {ruleWords[rule](detail)}
        </Strip>
      ))}
    </li>
  );
};

type ChangesProps = { language: TextsOfLanguage; reading: TranslatorReading; left: readonly string[]; onChoose: (name: string, isChosen: boolean) => void };

const Changes = ({ language, reading, left, onChoose }: ChangesProps) => (
  <Card label="What the file would change">
    <CardHead title="What the file would change" count={reading.changes.length} />
    {readingSentences(reading).map((sentence) => (
      <p key={sentence} className={style.lead}>
        {sentence}
      </p>
    ))}
    <ul className={style.changes}>
      {reading.changes.map((change) => (
        <Change key={nameOf(change)} language={language} change={change} isChosen={!left.includes(nameOf(change))} onChoose={(isChosen) => onChoose(nameOf(change), isChosen)} />
      ))}
    </ul>
  </Card>
);

const Refused = ({ refused }: Pick<TranslatorReading, 'refused'>) => (
  <Card label="Of no use">
    <CardHead title="Of no use" count={refused.length} />
    <ul className={style.refused}>
      {refused.map(({ entry, sentence }, place) => (
        <li key={place}>
          <bdi>{entry}</bdi>: {sentence}
        </li>
      ))}
    </ul>
  </Card>
);

type ReviewProps = { language: TextsOfLanguage; reading: TranslatorReading; onDone: (approved: number) => void; onLeave: () => void };

/** What a translator's file would change; who read it, and what of it is approved. */
const Review = ({ language, reading, onDone, onLeave }: ReviewProps) => {
  const client = useQueryClient();
  const { reviewer, write } = useReviewer();
  const [left, setLeft] = useState<readonly string[]>(reading.changes.filter((change) => !isSound(change)).map(nameOf));
  const [isMeant, setMeant] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const chosen = reading.changes.filter((change) => !left.includes(nameOf(change)));
  const approving = useMutation({
    mutationFn: () => approveTranslation(language.language, reviewer, chosen),
    onSuccess: (now) => {
      client.setQueryData(textsQuery(language.language).queryKey, now);
      void client.invalidateQueries({ queryKey: ['texts'] });
      onDone(chosen.length);
    },
  });
  const isOpen = chosen.some(isDoubtful) && !isMeant;
  const choose = (name: string, isChosen: boolean) => setLeft((names) => (isChosen ? names.filter((one) => one !== name) : [...names, name]));
  return (
    <>
      <Changes language={language} reading={reading} left={left} onChoose={choose} />
      {reading.refused.length > 0 && <Refused refused={reading.refused} />}
      <Card label="Decide">
        <CardHead title={reading.changes.length > 0 ? 'Who has read it, and decides' : 'There is nothing to approve in this file'} />
        {reading.changes.length > 0 && (
          <div className={style.fields}>
            <ReviewerFields reviewer={reviewer} onWrite={write} isAsked={isAsked} errors={fieldErrorsOf(approving.error)} />
          </div>
        )}
        {chosen.some(isDoubtful) && <Checkbox label="What was found in the chosen texts is meant so" checked={isMeant} onChange={(event) => setMeant(event.currentTarget.checked)} />}
        {approving.error && <ErrorStrip happened="Nothing was saved." lost={{ happened: 'It is not known whether they were approved.', safe: AGAIN }} error={approving.error} safe={AGAIN} />}
        <div className={style.buttons}>
          <Button onClick={onLeave}>{reading.changes.length > 0 ? 'Leave everything as it is' : 'Back to the texts'}</Button>
          {reading.changes.length > 0 && (
            <Button variant="filled" disabled={chosen.length === 0 || isOpen} loading={approving.isPending} onClick={() => (isNamed(reviewer) ? approving.mutate() : setAsked(true))}>
              {chosen.length === 1 ? 'Approve one text' : `Approve ${chosen.length} texts`}
            </Button>
          )}
        </div>
      </Card>
    </>
  );
};

const icon = { size: 16, stroke: 1.8, 'aria-hidden': true } as const;

/** The texts of a language out to a translator, and back. While a file is looked at, it stands in place of the list. */
export const useTranslatorFile = (language: TextsOfLanguage, mayReview: boolean) => {
  const [approved, setApproved] = useState<number | null>(null);
  const forget = useRef<() => void>(null);
  const reading = useMutation({ mutationFn: (file: File) => readTranslation(language.language, file) });
  const take = (file: File | null) => {
    setApproved(null);
    // A browser is silent when the same file is chosen again, and it may have been mended since.
    forget.current?.();
    if (file) reading.mutate(file);
  };
  const finish = (count: number) => {
    reading.reset();
    setApproved(count);
  };
  const tools = (
    <>
      <Button component="a" href={translatorFileAddress(language.language)} download leftSection={<IconDownload {...icon} />}>
        Download for a translator
      </Button>
      {mayReview && (
        <FileButton accept=".po" resetRef={forget} onChange={take} inputProps={{ 'aria-label': 'Translated file' }}>
          {(props) => (
            <Button {...props} loading={reading.isPending} leftSection={<IconUpload {...icon} />}>
              Upload a translated file
            </Button>
          )}
        </FileButton>
      )}
    </>
  );
  const notice = (
    <>
      {reading.error && <ErrorStrip changesNothing happened="The file could not be read." error={reading.error} safe="Nothing was changed." />}
      {approved !== null && (
        <Strip tone="ok" role="status">
          <b>{approved === 1 ? 'One text is approved.' : `${approved} texts are approved.`}</b> Patients get them so from the next message on.
        </Strip>
      )}
    </>
  );
  const review = reading.data && <Review key={reading.submittedAt} language={language} reading={reading.data} onDone={finish} onLeave={reading.reset} />;
  return { tools, notice, review };
};
