import type { TextEntity } from '@roost/contracts';
import { displayLink, toPieces } from '@roost/text';
import { Link } from '@tanstack/react-router';
import { Fragment, useContext } from 'react';
import { Highlight } from './highlight.js';
import { keepTogether } from './keep-together.js';
import styles from './post-text.module.css';

export interface PostTextProps {
  text: string;
  entities: TextEntity[];
  lang: string | null;
  id?: string;
  className?: string;
}

/** Draws the text as it was written. Each mention, tag and address is isolated, so that its direction cannot turn the words around it. */
export function PostText({ text, entities, lang, id, className }: PostTextProps) {
  return (
    <p className={className ?? styles.text} id={id} lang={lang ?? undefined} dir="auto">
      {toPieces(text, entities).map((piece, index) => (
        <Fragment key={index}>
          {piece.entity ? <Entity text={piece.text} entity={piece.entity} /> : <Plain text={piece.text} />}
        </Fragment>
      ))}
    </p>
  );
}

function Plain({ text }: { text: string }) {
  return keepTogether(text).map((part, index) =>
    part.keep ? (
      <span className={styles.keep} key={index}>
        <Marked text={part.text} />
      </span>
    ) : (
      <Marked text={part.text} key={index} />
    ),
  );
}

/** The text with what was searched for marked in it. */
export function Marked({ text }: { text: string }) {
  const find = useContext(Highlight);
  const found = find?.(text) ?? [];
  if (found.length === 0) return text;
  return (
    <>
      {found.map(({ start, end }, index) => (
        <Fragment key={start}>
          {text.slice(found[index - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(found.at(-1)?.end)}
    </>
  );
}

function Entity({ text, entity }: { text: string; entity: TextEntity }) {
  if (entity.type === 'link') {
    return (
      <a className={styles.url} href={entity.url} title={entity.url} target="_blank" rel="noopener noreferrer nofollow">
        <bdi>{displayLink(entity.url)}</bdi>
      </a>
    );
  }
  if (entity.type === 'tag') {
    return (
      <Link to="/tag/$tag" params={{ tag: text.slice(1) }} className={styles.link}>
        <bdi>
          <Marked text={text} />
        </bdi>
      </Link>
    );
  }
  if (!entity.account_id)
    return (
      <bdi>
        <Marked text={text} />
      </bdi>
    );
  return (
    <Link to="/@{$handle}" params={{ handle: entity.handle }} className={styles.link}>
      <bdi>
        <Marked text={text} />
      </bdi>
    </Link>
  );
}
