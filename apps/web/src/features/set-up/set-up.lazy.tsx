import { Button, Note } from '@roost/ui';
import { createLazyRoute, Link, useLocation, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { useAppState } from '../../api/state.js';
import { localeOf, lookStore } from '../../app/common/look.js';
import { useText } from '../../i18n/use-text.js';
import { enter } from '../sign-in/enter.js';
import { EntranceFrame, entranceStyles } from '../sign-in/entrance-frame.js';
import { isGeneral, problemSentence } from '../sign-in/problem.js';
import { useForm } from '../sign-in/use-form.js';
import { PERSON_FIELDS, PersonFields } from '../sign-up/person-fields.js';

export const Route = createLazyRoute('/set-up')({ component: SetUpPage });

/** Where the link of the first start leads: it makes the first administrator. */
function SetUpPage() {
  const t = useText();
  const router = useRouter();
  const { hash } = useLocation();
  // Kept here, so that the secret can leave the address bar and the history.
  const [token] = useState(hash);
  const state = useAppState();
  const { busy, error, onSubmit, form } = useForm(async (values) => {
    await api.post('/api/roost/v1/setup', { body: { ...values, token, language: localeOf(lookStore.get()) } });
    await enter(router, '/home');
  });
  if (!state.setup) {
    return (
      <EntranceFrame title={t('setUp.title')}>
        <Note tone="iris">{t('problem.setUpDone')}</Note>
        <p className={entranceStyles.foot}>
          <Link to="/sign-in">{t('signUp.toSignIn')}</Link>
        </p>
      </EntranceFrame>
    );
  }
  if (token === '') {
    return (
      <EntranceFrame title={t('setUp.title')}>
        <Note tone="ember">{t('setUp.useLink')}</Note>
      </EntranceFrame>
    );
  }
  return (
    <EntranceFrame title={t('setUp.title')} lead={t('setUp.lead')}>
      <form className={entranceStyles.stack} onSubmit={onSubmit} ref={form} aria-label={t('setUp.title')}>
        {isGeneral(error, PERSON_FIELDS) && (
          <Note tone="brick" icon="alert" role="alert">
            {problemSentence(error, t)}
          </Note>
        )}
        <PersonFields error={error} />
        <Button type="submit" look="primary" size="big" busy={busy}>
          {t('setUp.submit')}
        </Button>
      </form>
    </EntranceFrame>
  );
}
