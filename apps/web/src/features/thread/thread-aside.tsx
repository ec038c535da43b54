import type { Status } from '@roost/contracts';
import { AvatarRow, Kbd } from '@roost/ui';
import { useLingui } from '@lingui/react';
import { SearchBox } from '../../app/shell/search-box.js';
import { fullDate } from '../../i18n/format.js';
import type { MessageId } from '../../i18n/messages.js';
import { useText } from '../../i18n/use-text.js';
import type { ThreadTree } from './thread-tree.js';
import styles from './thread.module.css';

const keys: [string[], MessageId][] = [
  [['J', 'K'], 'keys.next'],
  [['U'], 'keys.parent'],
  [['R'], 'keys.reply'],
  [['Esc'], 'thread.keys.back'],
];

/** Who is in the thread, and the keys that help here. */
export function ThreadAside({ tree, focused, ancestors }: { tree: ThreadTree; focused: Status; ancestors: readonly Status[] }) {
  const t = useText();
  const { i18n } = useLingui();
  const start = ancestors[0] ?? focused;
  const name = start.account.display_name || start.account.username;
  return (
    <>
      <SearchBox />
      <section className="sheet pad-s">
        <div className="panel-h">
          <h2>{t('thread.inThisThread')}</h2>
        </div>
        <AvatarRow
          size={32}
          people={tree.people.slice(0, 8).map((person) => ({
            name: person.display_name || person.username,
            src: person.roost.has_avatar ? person.avatar_static : null,
            official: person.roost.official,
          }))}
        />
        <p className={`small soft ${styles.started}`}>
          {t('thread.startedBy', { name, time: fullDate(new Date(start.created_at), i18n.locale) })}
        </p>
      </section>
      <section className="sheet pad-s">
        <div className="panel-h">
          <h2>{t('thread.keys.title')}</h2>
        </div>
        <dl className={styles.keys}>
          {keys.map(([names, id]) => (
            <div key={id}>
              <dt>
                {names.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{t(id)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
