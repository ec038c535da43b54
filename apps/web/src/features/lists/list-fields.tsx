import type { List, RepliesPolicy } from '@roost/contracts';
import { Checkbox, Select, TextField } from '@roost/ui';
import { ApiError } from '../../api/api-error.js';
import { useText } from '../../i18n/use-text.js';

const policies = ['list', 'followed', 'none'] as const satisfies RepliesPolicy[];

/** What a list is called and what it does; named for {@link listOf}. */
export function ListFields({ list, error }: { list?: List; error: unknown }) {
  const t = useText();
  return (
    <>
      <TextField
        label={t('lists.title')}
        name="title"
        defaultValue={list?.title}
        maxLength={256}
        autoComplete="off"
        error={error instanceof ApiError && error.field('title') !== undefined && t('lists.untitled')}
      />
      <Select
        label={t('lists.replies')}
        name="replies_policy"
        defaultValue={list?.replies_policy ?? 'list'}
        options={policies.map((value) => ({ value, label: t(`lists.replies.${value}`) }))}
      />
      <Checkbox
        label={t('lists.exclusive')}
        hint={t('lists.exclusiveHint')}
        name="exclusive"
        defaultChecked={list?.exclusive ?? false}
      />
    </>
  );
}

/** What the fields above say. */
export function listOf(values: Record<string, string>): Omit<List, 'id'> {
  return {
    title: values['title'] ?? '',
    replies_policy: policies.find((policy) => policy === values['replies_policy']) ?? 'list',
    exclusive: 'exclusive' in values,
  };
}

/** A refusal that no field shows. */
export function isElsewhere(error: unknown): boolean {
  return error !== null && !(error instanceof ApiError && error.field('title') !== undefined);
}
