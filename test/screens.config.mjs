import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.mjs';

/** Photographs every screen; no test of anything. `SCREENS=search npm run screens` takes those whose name holds the word. */
export default defineConfig({
  ...journeys,
  testDir: 'screens',
  testMatch: 'take.ts',
  timeout: 900_000,
});
