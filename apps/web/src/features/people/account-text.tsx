import { displayLink, parseText, toPieces } from '@roost/text';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import styles from './account-text.module.css';

/** What a person wrote about themselves, with mentions, tags and addresses as links. */
export function AccountText({ text, className }: { text: string; className?: string }) {
  const parsed = parseText(text);
  return (
    <span className={className ?? styles.text} dir="auto">
      {toPieces(parsed.text, parsed.entities).map(({ text: written, entity }, index) => (
        <Fragment key={index}>
          {!entity ? (
            written
          ) : entity.type === 'link' ? (
            <a className={styles.url} href={entity.url} title={entity.url} target="_blank" rel="noopener noreferrer nofollow">
              <bdi>{displayLink(entity.url)}</bdi>
            </a>
          ) : entity.type === 'tag' ? (
            <Link to="/tag/$tag" params={{ tag: written.slice(1) }} className={styles.link}>
              <bdi>{written}</bdi>
            </Link>
          ) : (
            <Link to="/@{$handle}" params={{ handle: entity.handle }} className={styles.link}>
              <bdi>{written}</bdi>
            </Link>
          )}
        </Fragment>
      ))}
    </span>
  );
}
