import type { SignUpAnswer } from '@roost/contracts';
import { Button, buttonClass, Note, TextArea } from '@roost/ui';
import { createLazyRoute, Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { useAppState } from '../../api/state.js';
import { localeOf, lookStore } from '../../app/common/look.js';
import { useText } from '../../i18n/use-text.js';
import { EntranceFrame, entranceStyles } from '../sign-in/entrance-frame.js';
import { isGeneral, problemSentence } from '../sign-in/problem.js';
import { useForm } from '../sign-in/use-form.js';
import { PERSON_FIELDS, PersonFields } from './person-fields.js';

export const Route = createLazyRoute('/sign-up')({ component: SignUpPage });

function SignUpPage() {
  const t = useText();
  const { hash } = useLocation();
  const state = useAppState();
  const [next, setNext] = useState<SignUpAnswer['next'] | null>(null);
  const invitation = hash === '' ? undefined : hash;
  const asksReason = state.registration === 'approval' && invitation === undefined;
  const { busy, error, onSubmit, form } = useForm(async (values) => {
    const body = { ...values, invitation, language: localeOf(lookStore.get()) };
    setNext((await api.post<SignUpAnswer>('/api/roost/v1/sign-up', { body })).next);
  });

  if (next !== null) return <Done next={next} />;
  const closed = invitation === undefined && (state.registration === 'closed' || state.registration === 'invitation');
  if (closed) {
    return (
      <EntranceFrame title={t('signUp.title')} lead={state.site.name}>
        <Note tone="iris">{t(state.registration === 'closed' ? 'problem.closed' : 'problem.invitationNeeded')}</Note>
        <Link to="/sign-in" className={buttonClass('line', 'big')}>
          {t('signUp.toSignIn')}
        </Link>
      </EntranceFrame>
    );
  }
  const lead =
    state.registration === 'domains' && !invitation
      ? t('signUp.domains', { domains: state.domains.join(', ') })
      : state.site.name;
  return (
    <EntranceFrame title={t('signUp.title')} lead={lead}>
      <form className={entranceStyles.stack} onSubmit={onSubmit} ref={form} aria-label={t('signUp.title')}>
        {isGeneral(error, PERSON_FIELDS) && (
          <Note tone="brick" icon="alert" role="alert">
            {problemSentence(error, t)}
          </Note>
        )}
        <PersonFields error={error} />
        {asksReason && <TextArea label={t('signUp.reason')} hint={t('signUp.reasonHint')} name="reason" maxLength={1000} />}
        <Button type="submit" look="primary" size="big" busy={busy}>
          {t('signUp.submit')}
        </Button>
      </form>
      <p className={entranceStyles.foot}>
        <Link to="/sign-in">{t('signUp.toSignIn')}</Link>
      </p>
    </EntranceFrame>
  );
}

function Done({ next }: { next: SignUpAnswer['next'] }) {
  const t = useText();
  return (
    <EntranceFrame title={t(next === 'confirm' ? 'signUp.checkMail' : next === 'approval' ? 'signUp.waits' : 'signUp.ready')}>
      <p role="status">
        {t(next === 'confirm' ? 'signUp.checkMailWords' : next === 'approval' ? 'signUp.waitsWords' : 'signUp.readyWords')}
      </p>
      <Link to="/sign-in" className={buttonClass('line', 'big')}>
        {t('signUp.toSignIn')}
      </Link>
    </EntranceFrame>
  );
}
