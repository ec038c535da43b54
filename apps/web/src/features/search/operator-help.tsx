import type { MessageId } from '../../i18n/messages.js';
import { useText } from '../../i18n/use-text.js';
import styles from './search.module.css';

const operators: [string, MessageId][] = [
  ['from:tom', 'search.op.from'],
  ['to:tom', 'search.op.to'],
  ['tag:Dock', 'search.op.tag'],
  ['since: until:', 'search.op.days'],
  ['has:image', 'search.op.has'],
  ['is:official', 'search.op.is'],
  ['in:home', 'search.op.in'],
  ['lang:fr', 'search.op.lang'],
  ['"dock 4"', 'search.op.phrase'],
  ['a OR b', 'search.op.or'],
  ['-word', 'search.op.not'],
];

/** Every operator with what it does. */
export function OperatorHelp() {
  const t = useText();
  return (
    <section className="sheet pad-s" id="search-operators" aria-label={t('search.help')}>
      <dl className={styles.operators}>
        {operators.map(([sign, id]) => (
          <div key={sign}>
            <dt>
              <code translate="no">{sign}</code>
            </dt>
            <dd>{t(id)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
