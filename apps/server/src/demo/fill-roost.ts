import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isLocal, Settings } from '../config/settings.js';
import { PasswordHasher } from '../people/sign-in/password-hasher.js';
import { Database } from '../platform/database/database.js';
import { newSecret } from '../platform/secrets.js';
import { type Company, imagineCompany } from './company.js';
import { composePosts } from './compose-posts.js';
import { reserveIds } from './insert-rows.js';
import { type Gallery, paintGallery } from './paint-gallery.js';
import { passListeners, PastJournal } from './past-journal.js';
import { storeMarkers } from './store-markers.js';
import { storePeople } from './store-people.js';
import { reservePictures, storePictures } from './store-pictures.js';
import { storePosts } from './store-posts.js';
import { storeReactions } from './store-reactions.js';
import { storeFollows, storeTagFollows } from './store-relations.js';
import { storeTags } from './store-tags.js';

/** Known to everybody who reads this, so it is given only where nobody else can reach this Roost. */
const LOCAL_PASSWORD = 'halvane-demo-2026';
const SITE = { site_name: 'Halvane' };

/** `filled` now, filled `before`, or `inhabited` by real people and left alone. */
export type Filling =
  | { state: 'filled'; password: string; posts: number; people: number }
  | { state: 'before'; password: string | null }
  | { state: 'inhabited' };

interface Ingredients {
  company: Company;
  now: number;
  gallery: Gallery;
  passwordHash: string;
  domain: string;
}

/**
 * Fills an empty Roost with a company that does not exist: all of it in one transaction, or nothing.
 * @param now milliseconds since 1970: where the thirty days end
 * @param say tells what takes a while
 */
export async function fillRoost(rooms: INestApplicationContext, now: number, say: (line: string) => void): Promise<Filling> {
  const database = rooms.get(Database, { strict: false });
  const { hostname } = new URL(rooms.get(Settings, { strict: false }).publicUrl);
  const local = isLocal(hostname);
  const found = await look(database.dataSource.manager);
  if (found !== 'empty')
    return found === 'demo' ? { state: 'before', password: local ? LOCAL_PASSWORD : null } : { state: 'inhabited' };
  say('Imagining a company: about 40 people, 2,000 posts …');
  const password = local ? LOCAL_PASSWORD : newSecret().slice(0, 20);
  const passwordHash = await rooms.get(PasswordHasher, { strict: false }).hash(password);
  const company = imagineCompany(now);
  const gallery = await paintGallery(rooms, company);
  try {
    const outcome = await database.transaction(async (manager) => {
      // Nobody can come in until we are done: whoever was faster is found now.
      await manager.query('lock table account in share row exclusive mode');
      const meanwhile = await look(manager);
      if (meanwhile !== 'empty') return meanwhile;
      await store(manager, { company, now, gallery, passwordHash, domain: hostname });
      return 'filled';
    });
    if (outcome === 'filled') return { state: 'filled', password, posts: company.posts.length, people: company.people.length };
    await gallery.discard();
    return outcome === 'demo' ? { state: 'before', password: local ? LOCAL_PASSWORD : null } : { state: 'inhabited' };
  } catch (error) {
    await gallery.discard();
    throw error;
  }
}

async function look(manager: EntityManager): Promise<'empty' | 'demo' | 'inhabited'> {
  const [found]: { demo: boolean; people: boolean }[] = await manager.query(
    `select exists (select from setting where key = 'demo') as demo, exists (select from account) as people`,
  );
  if (found?.demo) return 'demo';
  return found?.people ? 'inhabited' : 'empty';
}

async function store(manager: EntityManager, { company, now, gallery, passwordHash, domain }: Ingredients): Promise<void> {
  const journal = new PastJournal();
  const accounts = await storePeople(manager, { company, now, passwordHash, avatars: gallery.avatars }, journal);
  const ids = await reserveIds(
    manager,
    company.posts.map(({ at }) => at),
  );
  const composed = composePosts(company.posts, ids, accounts, domain);
  const items = [...composed.values()];
  const pictures = await reservePictures(manager, company.posts, gallery.pictures);
  await storePosts(manager, company, composed, pictures, journal);
  await storePictures(manager, pictures, gallery.pictures, composed);
  const tags = await storeTags(manager, company, items);
  await storeFollows(manager, company, accounts, journal);
  await storeTagFollows(manager, company, accounts, tags, journal);
  await storeReactions(manager, company, { accounts, composed }, journal);
  const notifications = await journal.write(manager);
  await storeMarkers(manager, [...accounts.values()], items, notifications, now);
  await passListeners(manager);
  await manager.query(
    `insert into setting (key, value) select key, value from jsonb_each($1::jsonb) on conflict (key) do nothing`,
    [JSON.stringify({ ...SITE, demo: { company: SITE.site_name } })],
  );
}
