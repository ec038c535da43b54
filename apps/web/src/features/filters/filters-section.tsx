import type { Filter } from '@roost/contracts';
import { Badge, Button, ConfirmDialog, Skeleton } from '@roost/ui';
import { useLingui } from '@lingui/react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failureSentence } from '../../app/common/failure.js';
import { toast } from '../../app/common/toasts.js';
import { LoadFailure } from '../../app/common/load-failure.js';
import { fullDate } from '../../i18n/format.js';
import { textNow, useText } from '../../i18n/use-text.js';
import { Section } from '../settings/section.js';
import settings from '../settings/settings.module.css';
import { useNow } from '../statuses/use-now.js';
import { FilterForm } from './filter-form.js';
import { deleteFilter, filtersQuery } from './filters-query.js';

/** What the person does not want to read, and for how long. */
export function FiltersSection() {
  const t = useText();
  const client = useQueryClient();
  const query = useQuery(filtersQuery);
  const [editing, setEditing] = useState<string | null>(null);
  const [asking, setAsking] = useState<Filter | null>(null);
  const remove = async (filter: Filter) => {
    setAsking(null);
    try {
      await deleteFilter(client, filter);
      toast({ words: textNow('filters.deleted', { title: filter.title }) });
    } catch (error) {
      toast({ tone: 'trouble', words: textNow('settings.failed', { reason: failureSentence(error) }) });
    }
  };
  if (query.isPending) return <Skeleton label={t('settings.section.filters')} rows={3} />;
  if (!query.data) {
    return (
      <div className="sheet flat">
        <LoadFailure title={t('filters.failed')} query={query} />
      </div>
    );
  }
  return (
    <Section title={t('settings.section.filters')} words={t('filters.words')}>
      {editing !== 'new' && (
        <div className={settings.actions}>
          <Button look="primary" icon="plus" onClick={() => setEditing('new')}>
            {t('filters.new')}
          </Button>
        </div>
      )}
      {editing === 'new' && <FilterForm filter={null} onClose={() => setEditing(null)} />}
      {query.data.length === 0 && editing !== 'new' && <p className="soft">{t('filters.none')}</p>}
      <ul className={settings.rows}>
        {query.data.map((filter) => (
          <li key={filter.id} className={settings.tall}>
            {editing === filter.id ? (
              <FilterForm filter={filter} onClose={() => setEditing(null)} />
            ) : (
              <Row filter={filter} onEdit={() => setEditing(filter.id)} onDelete={() => setAsking(filter)} />
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={asking !== null}
        title={t('filters.delete.title', { title: asking?.title ?? '' })}
        confirmLabel={t('filters.delete')}
        cancelLabel={t('people.cancel')}
        onCancel={() => setAsking(null)}
        onConfirm={() => asking && void remove(asking)}
      />
    </Section>
  );
}

function Row({ filter, onEdit, onDelete }: { filter: Filter; onEdit: () => void; onDelete: () => void }) {
  const t = useText();
  const { i18n } = useLingui();
  const until = filter.expires_at === null ? null : new Date(filter.expires_at);
  const now = useNow();
  const over = until !== null && until.getTime() <= now;
  const words = new Intl.ListFormat(i18n.locale, { type: 'unit' });
  const places = words.format(filter.context.map((place) => t(`filters.place.${place}`)));
  const keywords = words.format(filter.keywords.map(({ keyword }) => keyword));
  const parts = [keywords, filter.statuses.length > 0 ? t('filters.posts', { count: filter.statuses.length }) : ''];
  return (
    <>
      <div className="grow">
        <b dir="auto">{filter.title}</b> {over && <Badge>{t('filters.over')}</Badge>}
        <p className="small soft" dir="auto">
          {parts.filter((part) => part !== '').join(' · ') || t('filters.empty')}
        </p>
        <p className="small muted">
          {t(`filters.does.${filter.filter_action}`)} · {places}
          {until && !over && ` · ${t('filters.until', { time: fullDate(until, i18n.locale) })}`}
        </p>
      </div>
      <Button size="small" onClick={onEdit}>
        {t('filters.edit')}
        <span className="vh"> {filter.title}</span>
      </Button>
      <Button size="small" onClick={onDelete}>
        {t('filters.delete')}
        <span className="vh"> {filter.title}</span>
      </Button>
    </>
  );
}
