import { Injectable } from '@nestjs/common';
import type { Suggestion } from '@roost/contracts';
import { Database, statement } from '../../platform/database/database.js';
import { AccountPresenter } from '../accounts/account.presenter.js';
import { AccountReader } from '../accounts/account.reader.js';

/** Latest follows that are looked at, of the viewer and of each of those: enough to know whom one's friends know. */
const FOLLOWS = 100;

// People the viewer has nothing to do with yet: first those whom most of the people they follow follow, then those whom most follow.
// Somebody who hides whom they follow introduces nobody. Indexes: follow_following, follow_pair and those of the other relations.
const SUGGESTIONS = statement(
  'suggestions',
  `with known as (
     select $1::bigint as id
     union select f.target_id from follow f where f.account_id = $1
     union select r.target_id from follow_request r where r.account_id = $1
     union select m.target_id from mute m where m.account_id = $1 and (m.expires_at is null or m.expires_at > now())
     union select b.target_id from block b where b.account_id = $1
     union select b.account_id from block b where b.target_id = $1
     union select d.target_id from suggestion_dismissal d where d.account_id = $1
   ), friends as (
     select theirs.target_id as id, count(*) as known_by
       from (select f.target_id from follow f join account a on a.id = f.target_id and a.state = 'active' and not a.hide_collections
              where f.account_id = $1 order by f.id desc limit ${FOLLOWS}) mine
      cross join lateral (select f.target_id from follow f where f.account_id = mine.target_id order by f.id desc limit ${FOLLOWS}) theirs
      group by theirs.target_id
   )
   select a.id, fr.id is not null as friend
     from account a left join friends fr on fr.id = a.id
    where a.state = 'active' and not a.silenced and a.discoverable and not exists (select from known k where k.id = a.id)
    order by fr.known_by desc nulls last, a.followers_count desc, a.id limit $2`,
);

/** Whom somebody may want to follow. */
@Injectable()
export class SuggestionReader {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountReader,
    private readonly presenter: AccountPresenter,
  ) {}

  async read(viewerId: string, limit: number): Promise<Suggestion[]> {
    const rows = await this.database.read<{ id: string; friend: boolean }>(SUGGESTIONS, [viewerId, limit]);
    const accounts = await this.accounts.byIds(rows.map((row) => row.id));
    return rows.flatMap(({ id, friend }): Suggestion[] => {
      const row = accounts.get(id);
      if (!row) return [];
      const account = this.presenter.present(row);
      return friend
        ? [{ source: 'past_interactions', sources: ['friends_of_friends'], account }]
        : [{ source: 'global', sources: ['most_followed'], account }];
    });
  }
}
