import { Button, EmptyState, Icon, Note, Skeleton } from '@roost/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError } from '../../api/api-error.js';
import { failureSentence } from '../../app/common/failure.js';
import { LoadFailure } from '../../app/common/load-failure.js';
import { Page } from '../../app/shell/page.js';
import { SearchBox } from '../../app/shell/search-box.js';
import { useText } from '../../i18n/use-text.js';
import { useForm } from '../sign-in/use-form.js';
import { isElsewhere, ListFields, listOf } from './list-fields.js';
import { createList, listsQuery } from './lists-query.js';
import styles from './lists.module.css';

export const Route = createLazyRoute('/inside/lists')({ component: ListsPage });

/** The reader's lists, each the way to its timeline, and the making of another. */
function ListsPage() {
  const t = useText();
  const [making, setMaking] = useState(false);
  const query = useQuery(listsQuery);
  return (
    <Page title={t('nav.lists')} aside={<SearchBox />}>
      <section className={`sheet flat ${styles.sheet}`} aria-label={t('nav.lists')}>
        {making ? (
          <NewList onClose={() => setMaking(false)} />
        ) : (
          <Button look="primary" icon="plus" onClick={() => setMaking(true)}>
            {t('lists.new')}
          </Button>
        )}
        {query.isPending && <Skeleton label={t('nav.lists')} rows={2} />}
        {query.error && !query.data && <LoadFailure title={t('lists.failed')} query={query} />}
        {query.data?.length === 0 && !making && (
          <EmptyState icon="list" title={t('lists.none')}>
            <p>{t('lists.none.words')}</p>
          </EmptyState>
        )}
        <ul className={styles.rows}>
          {query.data?.map((list) => (
            <li key={list.id}>
              <Link to="/lists/$list" params={{ list: list.id }} className={styles.link} data-focus={`list-${list.id}`}>
                <Icon name="list" />
                <span className="grow trunc" dir="auto">
                  {list.title}
                </span>
                {list.exclusive && <span className="muted small">{t('lists.isExclusive')}</span>}
                <Icon name="right" small />
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}

function NewList({ onClose }: { onClose: () => void }) {
  const t = useText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { busy, error, onSubmit, form } = useForm(async (values) => {
    const { id } = await createList(client, listOf(values));
    await navigate({ to: '/lists/$list', params: { list: id }, search: { view: 'members' } });
  });
  return (
    <form
      ref={(element) => {
        form.current = element;
        element?.querySelector('input')?.focus();
      }}
      onSubmit={onSubmit}
      className={`stack ${styles.form}`}
      aria-label={t('lists.new')}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      {isElsewhere(error) && (
        <Note tone="brick" icon="alert" role="alert">
          {error instanceof ApiError && error.status === 422 ? t('lists.tooMany') : failureSentence(error, t)}
        </Note>
      )}
      <ListFields error={error} />
      <div className="row wrap">
        <Button look="primary" type="submit" busy={busy}>
          {t('lists.create')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('people.cancel')}
        </Button>
      </div>
    </form>
  );
}
