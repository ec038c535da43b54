import { Checkbox, Dialog, Kbd, TextField } from '@roost/ui';
import { useState } from 'react';
import type { MessageId } from '../../i18n/messages.js';
import { useText } from '../../i18n/use-text.js';
import { useStore } from '../common/store.js';
import { changePreferences, useSession } from '../session.js';
import { keyHelp } from './key-help-store.js';
import styles from './key-help.module.css';

const groups: { title: MessageId; keys: [MessageId, string[]][] }[] = [
  {
    title: 'keys.anywhere',
    keys: [
      ['keys.newPost', ['N']],
      ['keys.search', ['/']],
      ['keys.commands', ['Ctrl', 'K']],
      ['keys.newPosts', ['.']],
      ['keys.newPostsKeep', ['Shift', '.']],
      ['keys.goHome', ['G', 'H']],
      ['keys.goSearch', ['G', 'E']],
      ['keys.goNotifications', ['G', 'N']],
      ['keys.goSaved', ['G', 'S']],
      ['keys.goLists', ['G', 'L']],
      ['keys.goProfile', ['G', 'P']],
      ['keys.help', ['?']],
    ],
  },
  {
    title: 'keys.inList',
    keys: [
      ['keys.next', ['J', 'K']],
      ['keys.page', ['PgDn', 'PgUp']],
      ['keys.firstLast', ['Home', 'End']],
      ['keys.open', ['↵']],
      ['keys.reply', ['R']],
      ['keys.boost', ['B']],
      ['keys.like', ['L']],
      ['keys.save', ['S']],
      ['keys.author', ['A']],
      ['keys.more', ['M']],
    ],
  },
  {
    title: 'keys.inThread',
    keys: [
      ['keys.parent', ['U']],
      ['keys.parts', ['[', ']']],
      ['keys.back', ['Esc']],
      ['keys.post', ['Ctrl', '↵']],
      ['keys.alt', ['Alt', '1']],
    ],
  },
];

export function KeyHelp() {
  const t = useText();
  const open = useStore(keyHelp);
  const { preferences } = useSession();
  const [wanted, setWanted] = useState('');
  const matches = (words: string) => words.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase());
  return (
    <Dialog open={open} wide title={t('keys.title')} closeLabel={t('common.close')} onClose={() => keyHelp.set(false)}>
      <div className={styles.tools}>
        <TextField
          label={t('keys.find')}
          labelHidden
          placeholder={t('keys.find')}
          icon="search"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <Checkbox
          label={t('keys.single')}
          checked={preferences.single_keys}
          onChange={(event) => void changePreferences({ single_keys: event.target.checked })}
        />
      </div>
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className="soft">{t(group.title)}</h3>
            <dl>
              {group.keys
                .filter(([id]) => matches(t(id)))
                .map(([id, keys]) => (
                  <div className={styles.line} key={id}>
                    <dt>{t(id)}</dt>
                    <dd>
                      {keys.map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
