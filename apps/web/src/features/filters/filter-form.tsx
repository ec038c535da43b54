import { FilterContext, type Filter, type FilterAction } from '@roost/contracts';
import { Button, Checkbox, Note, RadioGroup, Select, TextField } from '@roost/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../../api/api-error.js';
import { failureSentence } from '../../app/common/failure.js';
import { toast } from '../../app/common/toasts.js';
import { textNow, useText } from '../../i18n/use-text.js';
import settings from '../settings/settings.module.css';
import { useForm } from '../sign-in/use-form.js';
import { type KeywordDraft, saveFilter } from './filters-query.js';
import styles from './filters.module.css';
import { KeywordFields } from './keyword-fields.js';

const actions = ['warn', 'hide', 'blur'] as const satisfies FilterAction[];
const durations = { never: null, hour: 3600, day: 86_400, week: 604_800, month: 2_592_000 } as const;
type Duration = keyof typeof durations | 'same';

/** Makes a filter or changes one. The focus goes to its name, and what was typed stays until it is saved or given up. */
export function FilterForm({ filter, onClose }: { filter: Filter | null; onClose: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const title = useRef<HTMLInputElement>(null);
  const [action, setAction] = useState<FilterAction>(filter?.filter_action ?? 'warn');
  const [keywords, setKeywords] = useState<KeywordDraft[]>(filter?.keywords ?? [{ keyword: '', whole_word: true }]);
  const [noPlace, setNoPlace] = useState(false);
  useEffect(() => title.current?.focus(), []);
  const { busy, error, onSubmit, form } = useForm(async (values, data) => {
    const context = FilterContext.options.filter((place) => data.has(`place-${place}`));
    setNoPlace(context.length === 0);
    if (context.length === 0) return;
    const lasts = (values['lasts'] ?? 'same') as Duration;
    const draft = { title: values['title'] ?? '', context, filter_action: action, keywords };
    await saveFilter(client, lasts === 'same' ? draft : { ...draft, expires_in: durations[lasts] }, filter);
    toast({ words: textNow('settings.saved') });
    onClose();
  });
  const untitled = error instanceof ApiError && error.field('title') !== undefined;
  const lasting: Duration[] = ['never', 'hour', 'day', 'week', 'month'];
  return (
    <form
      ref={form}
      onSubmit={onSubmit}
      className={`stack grow ${settings.narrow}`}
      aria-label={t(filter ? 'filters.edit' : 'filters.new')}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      {error !== null && !untitled && (
        <Note tone="brick" icon="alert" role="alert">
          {error instanceof ApiError && error.status === 422 ? t('filters.refused') : failureSentence(error, t)}
        </Note>
      )}
      <TextField
        ref={title}
        label={t('filters.title')}
        name="title"
        defaultValue={filter?.title}
        maxLength={256}
        autoComplete="off"
        error={untitled && t('filters.untitled')}
      />
      <KeywordFields keywords={keywords} onChange={setKeywords} />
      <RadioGroup
        label={t('filters.does')}
        name="does"
        value={action}
        onChange={setAction}
        options={actions.map((value) => ({ value, label: t(`filters.does.${value}`), hint: t(`filters.hint.${value}`) }))}
      />
      <fieldset>
        <legend className={styles.legend}>{t('filters.where')}</legend>
        {FilterContext.options.map((place) => (
          <Checkbox
            key={place}
            name={`place-${place}`}
            label={t(`filters.place.${place}`)}
            defaultChecked={filter ? filter.context.includes(place) : place === 'home' || place === 'public'}
          />
        ))}
        {noPlace && <p role="alert">{t('filters.nowhere')}</p>}
      </fieldset>
      <Select
        label={t('filters.lasts')}
        name="lasts"
        defaultValue={filter ? 'same' : 'never'}
        options={[
          ...(filter ? [{ value: 'same', label: t('filters.lasts.same') }] : []),
          ...lasting.map((value) => ({ value, label: t(`filters.lasts.${value}`) })),
        ]}
      />
      <div className={settings.actions}>
        <Button look="primary" type="submit" busy={busy}>
          {t('settings.save')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('people.cancel')}
        </Button>
      </div>
    </form>
  );
}
