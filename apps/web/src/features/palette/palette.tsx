import { cx, Dialog, Icon, Kbd } from '@roost/ui';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { announce } from '../../app/common/announce.js';
import { useStore } from '../../app/common/store.js';
import { palette } from '../../app/shell/palette-store.js';
import { useText } from '../../i18n/use-text.js';
import { matching, type Command } from './commands.js';
import styles from './palette.module.css';
import { useCommands } from './use-commands.js';
import { useFound } from './use-found.js';

type Group = Command['group'];

/** The signs of people and tags put them first. */
function orderFor(typed: string): Group[] {
  const first: Record<string, Group> = { '@': 'people', '#': 'tags' };
  const lead = first[typed.trim().charAt(0)];
  const usual: Group[] = ['go', 'do', 'people', 'tags'];
  return lead ? [lead, ...usual.filter((group) => group !== lead)] : usual;
}

const close = () => palette.set(null);

/** Everything one can go to or do, by its name. The focus stays in the field; the chosen line is named to it. */
export function Palette() {
  const t = useText();
  return (
    <Dialog open medium title={t('palette.title')} closeLabel={t('common.close')} onClose={close}>
      <Commands />
    </Dialog>
  );
}

function Commands() {
  const t = useText();
  const list = useId();
  const box = useRef<HTMLDivElement>(null);
  const typed = useStore(palette)?.typed ?? '';
  const [chosen, setChosen] = useState(0);
  const own = matching(useCommands(), typed);
  const found = useFound(typed);
  const groups = orderFor(typed);
  const lines = groups.flatMap((group) => [...own, ...found].filter((command) => command.group === group));
  const at = Math.min(chosen, lines.length - 1);
  const count = typed.trim() === '' ? null : t('palette.count', { count: lines.length });
  useEffect(() => {
    if (!count) return undefined;
    const timer = setTimeout(() => announce(count), 500);
    return () => clearTimeout(timer);
  }, [count]);
  const active = lines[at]?.id;
  useEffect(() => {
    box.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const take = (command: Command | undefined) => {
    if (!command) return;
    close();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setChosen((at + step + lines.length) % lines.length);
    else if (event.key === 'PageDown') setChosen(lines.length - 1);
    else if (event.key === 'PageUp') setChosen(0);
    else if (event.key === 'Enter') take(lines[at]);
    else return;
    event.preventDefault();
  };
  return (
    <div ref={box}>
      <input
        className={styles.field}
        role="combobox"
        aria-label={t('palette.field')}
        aria-expanded
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${list}-${active}` : undefined}
        placeholder={t('palette.field')}
        autoFocus
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          palette.set({ typed: event.target.value });
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label={t('palette.title')} className={styles.list}>
        {groups.map((group) => {
          const members = lines.filter((command) => command.group === group);
          if (members.length === 0) return null;
          return (
            <div key={group} role="group" aria-labelledby={`${list}-${group}`}>
              <p className={`caps ${styles.head}`} id={`${list}-${group}`}>
                {t(`palette.group.${group}`)}
              </p>
              {members.map((command) => (
                <div
                  key={command.id}
                  id={`${list}-${command.id}`}
                  role="option"
                  aria-selected={command.id === active}
                  className={cx(styles.line, command.id === active && styles.chosen)}
                  onPointerMove={() => setChosen(lines.indexOf(command))}
                  onClick={() => take(command)}
                >
                  {command.icon && <Icon name={command.icon} />}
                  <span className={styles.words}>
                    <bdi>{command.words}</bdi> {command.note && <span className="muted small">{command.note}</span>}
                  </span>
                  {command.keys && (
                    <span className={styles.keys} aria-hidden="true">
                      {command.keys.split(' ').map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                    </span>
                  )}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
