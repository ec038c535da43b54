import type { Invitation } from '@roost/contracts';
import { Badge, Button, Note, Select, TextField } from '@roost/ui';
import { useLingui } from '@lingui/react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { failureSentence, FailureWords } from '../../app/common/failure.js';
import { toast } from '../../app/common/toasts.js';
import { shortDate } from '../../i18n/format.js';
import { textNow, useText } from '../../i18n/use-text.js';
import { useForm } from '../sign-in/use-form.js';
import { useNow } from '../statuses/use-now.js';
import { Section } from './section.js';
import { problemAt, settingsProblem } from './settings-problem.js';
import styles from './settings.module.css';

const key = ['invitations'];

/** Links that let one person in. */
export function InvitationsPart() {
  const t = useText();
  const client = useQueryClient();
  // A new form for the next one: what was typed for this one is done with.
  const [round, setRound] = useState(0);
  const [made, setMade] = useState<Invitation | null>(null);
  const query = useQuery({ queryKey: key, queryFn: () => api.get<Invitation[]>('/api/roost/v1/invitations') });
  const { busy, error, onSubmit, form } = useForm(async ({ email, days }) => {
    const invitation = await api.post<Invitation>('/api/roost/v1/invitations', {
      body: { email: email || null, expires_in_days: Number(days) },
    });
    setMade(invitation);
    client.setQueryData<Invitation[]>(key, (before = []) => [invitation, ...before]);
    setRound((before) => before + 1);
  });
  const revoke = async (id: string) => {
    const before = query.data;
    client.setQueryData<Invitation[]>(key, (list = []) => list.filter((entry) => entry.id !== id));
    if (made?.id === id) setMade(null);
    try {
      await api.delete(`/api/roost/v1/invitations/${id}`);
    } catch (problem) {
      client.setQueryData(key, before);
      toast({ tone: 'trouble', words: textNow('settings.failed', { reason: failureSentence(problem) }) });
    }
  };
  return (
    <Section title={t('door.invitations.title')} words={t('door.invitations.words')}>
      <form
        key={round}
        onSubmit={onSubmit}
        ref={form}
        className={`stack ${styles.narrow}`}
        aria-label={t('door.invitations.create')}
      >
        {error !== null && !problemAt(error, 'email', t) && (
          <Note tone="brick" icon="alert" role="alert">
            {settingsProblem(error, t)}
          </Note>
        )}
        <TextField
          label={t('door.invitations.email')}
          hint={t('door.invitations.emailHint')}
          name="email"
          type="email"
          maxLength={254}
          autoComplete="off"
          error={problemAt(error, 'email', t)}
        />
        <Select
          label={t('door.invitations.days')}
          name="days"
          defaultValue="7"
          options={[1, 7, 30, 90].map((count) => ({ value: String(count), label: t('door.invitations.dayCount', { count }) }))}
        />
        <div className={styles.actions}>
          <Button look="primary" type="submit" busy={busy}>
            {t('door.invitations.create')}
          </Button>
        </div>
      </form>
      {made?.url && <LinkOnce url={made.url} />}
      {query.error && !query.data ? (
        <FailureWords error={query.error} />
      ) : query.data?.length === 0 ? (
        <p className="soft">{t('door.invitations.none')}</p>
      ) : (
        <ul className={styles.rows}>
          {query.data?.map((entry) => (
            <Row key={entry.id} invitation={entry} onRevoke={() => void revoke(entry.id)} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function LinkOnce({ url }: { url: string }) {
  const t = useText();
  const copy = () => {
    navigator.clipboard.writeText(url).then(
      () => toast({ words: t('door.invitations.copied') }),
      () => toast({ words: t('post.copyRefused'), tone: 'trouble' }),
    );
  };
  return (
    <Note tone="accent" icon="link" role="status">
      {t('door.invitations.once')}
      <div className={styles.linkOnce}>
        <input readOnly value={url} aria-label={t('door.invitations.link')} onFocus={(event) => event.target.select()} />
        <Button icon="copy" onClick={copy}>
          {t('door.invitations.copy')}
        </Button>
      </div>
    </Note>
  );
}

function Row({ invitation, onRevoke }: { invitation: Invitation; onRevoke: () => void }) {
  const t = useText();
  const { i18n } = useLingui();
  const expired = Date.parse(invitation.expires_at) < useNow();
  const open = !invitation.used_at && !expired;
  const name = invitation.email ?? t('door.invitations.anyone');
  return (
    <li>
      <span className="grow">
        <b>{name}</b>
        <br />
        <span className="muted small">
          {t('door.invitations.until', {
            from: shortDate(new Date(invitation.created_at), i18n.locale),
            until: shortDate(new Date(invitation.expires_at), i18n.locale),
          })}
        </span>
      </span>
      <Badge tone={open ? 'accent' : 'plain'}>
        {t(invitation.used_at ? 'door.invitations.used' : expired ? 'door.invitations.expired' : 'door.invitations.open')}
      </Badge>
      {open && (
        <Button size="small" onClick={onRevoke}>
          {t('door.invitations.revoke')}
          <span className="vh"> {name}</span>
        </Button>
      )}
    </li>
  );
}
