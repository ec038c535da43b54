import { findings } from './support/axe.js';
import type { Announcement } from '@roost/contracts';
import type { Person } from '@roost/test-kit';
import { expect, test } from './support/journey.js';
import { live } from './support/screen.js';

const idOf = async (person: Person): Promise<string> =>
  (await person.get<Announcement[]>('/api/v1/announcements')).body[0]?.id ?? '';

test('an administrator announces something; everybody reads it, answers by keyboard, and puts it away', async ({
  person,
  browse,
}) => {
  const ada = await person('Ada', { role: 'administrator' });
  const ben = await person('Ben');
  const office = await browse(ada, '/settings/announcements');
  const form = office.getByRole('form', { name: 'Announce something' });
  await form.getByLabel('Text').fill(`Cake in the kitchen, says @${ada.handle} #cake`);
  await form.getByRole('button', { name: 'Announce' }).click();
  const kept = office.getByRole('listitem').filter({ hasText: 'Cake in the kitchen' });
  try {
    await expect(kept).toContainText('Shown');
    await expect(form.getByLabel('Text')).toHaveValue('');

    const page = await browse(ben, '/home');
    const announcements = page.getByRole('region', { name: 'Announcements' });
    await expect(announcements).toContainText('Cake in the kitchen');
    await live(page);
    await expect(announcements.getByRole('link', { name: '#cake' })).toHaveAttribute('href', '/tag/cake');
    expect(await findings(page)).toEqual([]);

    await announcements.getByRole('button', { name: 'React' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Hurray' }).focus();
    await page.keyboard.press('Enter');
    const hurray = announcements.getByRole('button', { name: '🎉, 1 person' });
    await expect(hurray).toHaveAttribute('aria-pressed', 'true');
    await hurray.press('Enter');
    await expect(hurray).toHaveCount(0);

    await ada.done('PUT', `/api/v1/announcements/${await idOf(ada)}/reactions/${encodeURIComponent('🎉')}`);
    await expect(announcements.getByRole('button', { name: '🎉, 1 person' })).toHaveAttribute('aria-pressed', 'false');

    await announcements.getByRole('button', { name: 'I have read it' }).press('Enter');
    await expect(announcements).toHaveCount(0);
    await expect(page.getByRole('main')).toBeFocused();
    await page.reload();
    await expect(page.getByRole('tabpanel', { name: 'Following' })).toBeVisible();
    await expect(announcements).toHaveCount(0);

    await office.reload();
    await expect(kept).toContainText('put away by 1 person');
    await kept.getByRole('button', { name: /^Change/ }).click();
    const edit = office.getByRole('form', { name: 'Change the announcement' });
    await edit.getByLabel('Text').fill('No cake in the kitchen');
    await edit.getByRole('button', { name: 'Save' }).click();
    await expect(office.getByRole('listitem').filter({ hasText: 'No cake in the kitchen' })).toBeVisible();
  } finally {
    await office
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click();
    await office.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await expect(office.getByText('No announcements yet.')).toBeVisible();
  }
});

test('nobody but an administrator finds where announcements are written', async ({ person, browse }) => {
  const page = await browse(await person('Ben'), '/settings/announcements');
  await expect(page.getByText('This page is for administrators')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Announcements' })).toHaveCount(0);
});
