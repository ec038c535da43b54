import '@roost/ui/tokens.css';
import '@roost/ui/base.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadState } from './api/state.js';
import { takeHeadStart } from './app/head-start.js';
import { localeOf, lookStore } from './app/common/look.js';
import { router } from './app/router.js';
import { activateLocale } from './i18n/catalogues.js';

async function start(): Promise<void> {
  takeHeadStart();
  // Asked for while the texts load; the routes wait for the same answer and say what went wrong.
  void loadState().catch(() => undefined);
  await activateLocale(localeOf(lookStore.get()));
  const place = document.getElementById('root');
  if (!place) throw new Error('index.html has no #root');
  createRoot(place).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <RouterProvider router={router} />
      </I18nProvider>
    </StrictMode>,
  );
}

void start();
