import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newDatabase } from '@roost/test-kit';
import { DataSource } from 'typeorm';
import { loadSettings } from '../../config/settings.js';
import { AccountReader } from '../../people/accounts/account.reader.js';
import { applicationOptions } from '../../platform/database/data-source.js';
import { Database, type Statement } from '../../platform/database/database.js';
import type { Page, Paged } from '../../platform/http/paging.js';
import { JournalBell } from '../../platform/journal/journal-bell.js';
import type { StatusReader } from '../../posts/statuses/status.reader.js';
import type { ListReader } from '../lists/list.reader.js';
import { HomeRepository } from './home.repository.js';
import { ListRepository } from './list.repository.js';
import { TimelineReader } from './timeline.reader.js';
import { TimelineRepository } from './timeline.repository.js';

class CountingDatabase extends Database {
  asked: string[] = [];

  override read<Row extends object>(statement: Statement, values: readonly unknown[] = []): Promise<Row[]> {
    this.asked.push(statement.name);
    return super.read<Row>(statement, values);
  }
}

describe('a timeline', () => {
  let database: CountingDatabase;
  let bell: JournalBell;
  let timelines: TimelineReader;
  let drop: () => Promise<void>;
  let loads = 0;

  beforeAll(async () => {
    const made = await newDatabase();
    drop = made.drop;
    const settings = loadSettings({ DATABASE_URL: made.appUrl, ROOST_DATA_DIR: '/nowhere' });
    bell = new JournalBell(settings);
    database = new CountingDatabase(await new DataSource(applicationOptions(settings)).initialize(), bell);
    // Stands for the four statements that load a page: their own room counts those.
    const statuses = {
      load: (_: string, ids: readonly string[]) => {
        loads += 1;
        return Promise.resolve(ids.map((id) => ({ id })));
      },
    } as unknown as StatusReader;
    const accounts = new AccountReader(database);
    const ownLists = { one: () => Promise.resolve({ id: '1' }) } as unknown as ListReader;
    timelines = new TimelineReader(
      new TimelineRepository(database),
      new HomeRepository(database),
      new ListRepository(database),
      ownLists,
      statuses,
      accounts,
    );
    await database.dataSource.query(`
      insert into account (id, handle) select i, 'person' || i from generate_series(1, 30) i;
      insert into follow (account_id, target_id) select 1, i from generate_series(2, 30) i;
      insert into tag (id, name, written) values (1, 'tag', 'tag');
      insert into status (id, account_id, text, visibility, thread_id) select i, 1 + i % 30, 'post', 'public', i from generate_series(1, 100) i;
      insert into status (id, account_id, visibility, thread_id, boost_of_id) select 100 + i, 2 + i % 29, 'public', i, i from generate_series(1, 50) i;
      insert into status_tag (tag_id, status_id, written) select 1, i, 'tag' from generate_series(1, 100) i;
      insert into list (id, account_id, title) values (1, 1, 'list');
      insert into list_member (list_id, account_id, follow_id) select 1, target_id, id from follow;
      insert into favourite (id, account_id, status_id) select i, 1, i from generate_series(1, 100) i;
    `);
  });
  afterAll(async () => {
    await bell.onApplicationShutdown();
    await database.dataSource.destroy();
    await drop();
  });

  const LISTS: [string, (page: Page) => Promise<Paged<unknown>>][] = [
    ['home', (page) => timelines.home('1', page)],
    ['a list', (page) => timelines.list('1', '1', page)],
    ['company', (page) => timelines.company('1', false, page)],
    ['a hashtag', (page) => timelines.tag('1', { any: ['tag'], all: [], none: [] }, false, page)],
    ['favourites', (page) => timelines.own('1', 'favourites', page)],
  ];

  it.each(LISTS)('%s takes one pick and one load, whatever it holds', async (_, read) => {
    const cost = async (page: Page): Promise<[picks: number, loads: number]> => {
      database.asked = [];
      loads = 0;
      const { items } = await read(page);
      expect(items).toHaveLength(page.limit);
      return [database.asked.length, loads];
    };
    expect(await cost({ limit: 1 })).toEqual([1, 1]);
    expect(await cost({ limit: 40 })).toEqual([1, 1]);
    expect(await cost({ limit: 10, max_id: '60' })).toEqual([1, 1]);
  });
});
