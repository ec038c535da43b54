import { test as base, type BrowserContextOptions, type Page } from '@playwright/test';
import { type Person, type PersonFields, type Roost, startRoost } from '@roost/test-kit';

/** What everybody here signs in with. */
export const PASSWORD = 'veracious hollow tin';
/** The same, with the cheapest parameters there are. */
const HASH = '$argon2id$v=19$m=1024,p=1,t=1$/nTIPkVOMy2bY+1BnUWFJw$0uTyPgbFnStvapc1sDFve/s75QEYm8iLC11B2G4rsEA';

interface PersonOptions extends Omit<PersonFields, 'handle'> {
  /** Seconds in which a post can be taken back before it leaves; most journeys are not about that. */
  undoSeconds?: number;
}

interface Journey {
  /** Somebody with this name and a handle nobody else has, who can sign in with the good password. */
  person: (name: string, options?: PersonOptions) => Promise<Person>;
  /** A browser of its own in which this person is signed in, or nobody. Opens the path. */
  browse: (who: Person | null, path?: string, options?: BrowserContextOptions) => Promise<Page>;
}

let people = 0;

/** One Roost for each worker; journeys share it and keep apart by having people of their own. */
export const test = base.extend<Journey, { roost: Roost }>({
  roost: [
    // Playwright reads from this pattern which fixtures are needed, and takes none but a pattern.
    async ({ browserName: _ }, use) => {
      const roost = await startRoost();
      await roost.person({ handle: 'administrator', role: 'administrator' });
      await use(roost);
      await roost.stop();
    },
    { scope: 'worker' },
  ],
  person: async ({ roost }, use) => {
    await use(async (name, { undoSeconds = 0, ...fields } = {}) => {
      people += 1;
      const handle = `${name.toLowerCase()}_${people}`;
      const person = await roost.person({ handle, displayName: name, passwordHash: HASH, ...fields });
      await person.web.patch('/api/roost/v1/preferences', { undo_seconds: undoSeconds });
      return person;
    });
  },
  browse: async ({ roost, browser }, use) => {
    const opened: Page[] = [];
    await use(async (who, path = '/', options = {}) => {
      const context = await browser.newContext({ baseURL: roost.url, ...options });
      if (who) await context.addCookies([{ name: 'roost', value: who.cookie, url: roost.url, httpOnly: true, sameSite: 'Lax' }]);
      const page = await context.newPage();
      opened.push(page);
      await page.goto(path);
      return page;
    });
    await Promise.all(opened.map((page) => page.context().close()));
  },
});

export { expect } from '@playwright/test';
