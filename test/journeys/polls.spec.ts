import { expect, test } from './support/journey.js';
import { findings } from './support/axe.js';
import { live, post } from './support/screen.js';

const LUNCH = { options: ['Pizza', 'Salad'], expires_in: 7200 };

test('a poll is answered by keyboard, counted before the eyes of others, and cannot be answered twice', async ({
  person,
  browse,
}) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  const cleo = await person('Cleo');
  const { id } = await ann.publishes('What shall we eat?', { poll: LUNCH });
  const watching = await browse(cleo, `/@${ann.handle}/${id}`);
  const seen = post(watching, 'What shall we eat?');
  await expect(seen).toContainText('No votes yet');
  await live(watching);

  const page = await browse(ben, `/@${ann.handle}/${id}`);
  const asked = post(page, 'What shall we eat?');
  await expect(asked.getByRole('group', { name: 'Poll, choose one' })).toBeVisible();
  await expect(asked).toContainText('2 hours left');
  await expect(asked.getByRole('button', { name: 'Vote' })).toBeDisabled();
  await asked.getByRole('radio', { name: 'Pizza' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(asked.getByRole('radio', { name: 'Salad' })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(asked.getByRole('listitem').filter({ hasText: 'Salad' })).toContainText('Your choice');
  await expect(asked).toContainText('100%');
  await expect(asked).toContainText('1 person voted');
  await expect(asked.getByRole('button', { name: 'Vote' })).toHaveCount(0);
  await expect(seen).toContainText('1 person voted');
  await expect(seen.getByRole('radio', { name: 'Pizza' })).toBeVisible();
  await seen.getByRole('button', { name: 'See results' }).click();
  await expect(seen.getByRole('listitem').filter({ hasText: 'Salad' })).toContainText('100%');
  await expect(seen).not.toContainText('Your choice');
});

test('several choices, results kept until the end, and the author who only looks on', async ({ person, browse }) => {
  const ann = await person('Ann');
  const ben = await person('Ben');
  const { id } = await ann.publishes('Which days?', { poll: { ...LUNCH, multiple: true, hide_totals: true } });
  const own = post(await browse(ann, `/@${ann.handle}/${id}`), 'Which days?');
  await expect(own).toContainText('Results at the end');
  await expect(own.getByRole('checkbox')).toHaveCount(0);

  const page = await browse(ben, `/@${ann.handle}/${id}`);
  const asked = post(page, 'Which days?');
  await expect(asked.getByRole('group', { name: 'Poll, choose one or more' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await asked.getByRole('checkbox', { name: 'Pizza' }).check();
  await asked.getByRole('checkbox', { name: 'Salad' }).check();
  await asked.getByRole('button', { name: 'Vote' }).click();
  await expect(asked.getByText('Your choice')).toHaveCount(2);
  await expect(asked).not.toContainText('%');
  expect(await findings(page)).toEqual([]);
});
