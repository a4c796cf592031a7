import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { IconCircleCheck } from '@tabler/icons-react';
import type { TextForm, TextRow, TextsOfLanguage } from '@dragoman/contracts';
import { useMay } from '../api/session';
import { textsQuery } from '../api/texts';
import { Card, CardHead } from '../design/card';
import { Empty } from '../design/empty';
import list from '../design/list.module.css';
import { Skeletons } from '../design/skeletons';
import { IconWord } from '../design/status';
import { ErrorStrip } from '../design/strip';
import { PageHeader } from '../shell/page-header';
import { PatternLine } from './pattern-text';
import { formWords, stateWords, titleOf, waits } from './text-words';
import style from './texts.module.css';
import { useTranslatorFile } from './translator-file';

const Row = ({ language, text }: { language: TextsOfLanguage; text: TextRow }) => {
  const { tone, icon, word } = stateWords[text.state];
  return (
    <tr>
      <td>
        <Link to="/settings/texts/$language/$form/$key" params={{ language: language.language, form: text.form, key: text.key }}>
          {titleOf(text.form, text.key)}
        </Link>
      </td>
      <td data-label="English" className={list.quiet}>
        <PatternLine pattern={text.english} />
      </td>
      <td data-label="State">
        <IconWord tone={tone} icon={icon}>
          {word}
          {text.reviewer && ` by ${text.reviewer}`}
        </IconWord>
      </td>
      <td data-label="Sent" className={text.isSaid ? '' : list.quiet}>
        {text.isSaid ? 'Sent' : 'Not sent'}
      </td>
    </tr>
  );
};

const Form = ({ language, form, shown }: { language: TextsOfLanguage; form: TextForm; shown: readonly TextRow[] }) => {
  const all = language.texts.filter((text) => text.form === form);
  return (
    <Card isPadded={false} label={formWords[form]}>
      <div className={style.head}>
        <CardHead title={formWords[form]} count={`${all.filter(({ state }) => state === 'reviewed').length} of ${all.length} reviewed`} />
      </div>
      <table className={`${list.table} ${style.texts}`} aria-label={formWords[form]}>
        <thead>
          <tr>
            <th scope="col">Text</th>
            <th scope="col">English</th>
            <th scope="col">State</th>
            <th scope="col">Patients</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((text) => (
            <Row key={text.key} language={language} text={text} />
          ))}
        </tbody>
      </table>
    </Card>
  );
};

const shows = [
  { value: 'all', label: 'All' },
  { value: 'waiting', label: 'To review' },
  { value: 'reviewed', label: 'Reviewed' },
] as const;

const Texts = ({ language }: { language: TextsOfLanguage }) => {
  const { show = 'all' } = useSearch({ from: '/in/settings/texts/$language' });
  const navigate = useNavigate();
  const { tools, notice, review } = useTranslatorFile(language, useMay()('texts.review'));
  const shown = language.texts.filter((text) => show === 'all' || waits(text) === (show === 'waiting'));
  const forms = [...new Set(shown.map(({ form }) => form))];
  if (review) return review;
  return (
    <>
      {notice}
      <div className={style.tools}>
        <SegmentedControl
          aria-label="Which texts"
          data={[...shows]}
          value={show}
          onChange={(value) =>
            void navigate({
              to: '/settings/texts/$language',
              params: { language: language.language },
              search: value === 'waiting' || value === 'reviewed' ? { show: value } : {},
              replace: true,
            })
          }
        />
        {tools}
      </div>
      {forms.length === 0 && (
        <Card label="Texts">
          <Empty icon={IconCircleCheck} title={show === 'reviewed' ? 'Nothing is reviewed yet.' : 'Everything is reviewed.'}>
            {show === 'reviewed' ? `Open a text with somebody who reads ${language.englishName}.` : 'Texts that change later will wait here again.'}
          </Empty>
        </Card>
      )}
      {forms.map((form) => (
        <Form key={form} language={language} form={form} shown={shown.filter((text) => text.form === form)} />
      ))}
    </>
  );
};

export const TextsPage = () => {
  const { language } = useParams({ from: '/in/settings/texts/$language' });
  const { data, error, refetch } = useQuery(textsQuery(language));
  return (
    <>
      <PageHeader
        title={data ? `Texts in ${data.englishName}` : 'Texts'}
        above={<Link to="/settings/texts">Texts</Link>}
        under={
          data && (
            <bdi lang={data.lang} dir={data.dir}>
              {data.autonym}
            </bdi>
          )
        }
      />
      <div className={style.sections}>
        {error && !data && <ErrorStrip happened="The texts could not be loaded." error={error} safe="Nothing was changed." retry={{ run: () => void refetch() }} />}
        {!data && !error && <Skeletons rows={10} height={42} />}
        {data && <Texts language={data} />}
      </div>
    </>
  );
};
