import type { Poll, Status } from '@roost/contracts';
import { Button, cx, Icon } from '@roost/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useLingui } from '@lingui/react';
import { useId, useState } from 'react';
import { count, fullDate } from '../../../i18n/format.js';
import { useText } from '../../../i18n/use-text.js';
import { timeLeft } from './time-left.js';
import { useNow } from '../use-now.js';
import { voteInPoll } from './vote-in-poll.js';
import styles from './post-poll.module.css';

/** A question: its options while the reader may answer, its figures once they did, once it is over, or when they ask for them. */
export function PostPoll({ status, poll }: { status: Status; poll: Poll }) {
  const t = useText();
  const [looking, setLooking] = useState(false);
  const over = useIsOver(poll);
  const open = !over && !poll.voted;
  return (
    <div className={styles.poll} lang={status.language ?? undefined}>
      {open && !looking ? <Ballot status={status} poll={poll} /> : <Figures poll={poll} />}
      <p className={styles.facts}>
        <Facts poll={poll} over={over} />
        {open && (
          <button type="button" className={styles.look} aria-expanded={looking} onClick={() => setLooking(!looking)}>
            {t(looking ? 'poll.toVote' : 'poll.toResults')}
          </button>
        )}
      </p>
    </div>
  );
}

function Ballot({ status, poll }: { status: Status; poll: Poll }) {
  const t = useText();
  const client = useQueryClient();
  const name = useId();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [sending, setSending] = useState(false);
  const choose = (option: number) => {
    if (!poll.multiple) setChosen([option]);
    else setChosen(chosen.includes(option) ? chosen.filter((one) => one !== option) : [...chosen, option]);
  };
  const send = async () => {
    setSending(true);
    await voteInPoll(client, status, poll, chosen);
    setSending(false);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length > 0 && !sending) void send();
      }}
    >
      <fieldset className={styles.options}>
        <legend className="vh">{t(poll.multiple ? 'poll.chooseSome' : 'poll.chooseOne')}</legend>
        {poll.options.map(({ title }, index) => (
          <label key={title} className={styles.option}>
            <input
              type={poll.multiple ? 'checkbox' : 'radio'}
              name={name}
              checked={chosen.includes(index)}
              onChange={() => choose(index)}
            />
            <span dir="auto">{title}</span>
          </label>
        ))}
      </fieldset>
      <Button type="submit" size="small" look="line" disabled={chosen.length === 0 || sending}>
        {t('poll.vote')}
      </Button>
    </form>
  );
}

function Figures({ poll }: { poll: Poll }) {
  const t = useText();
  const most = Math.max(...poll.options.map((option) => option.votes_count ?? 0));
  return (
    <ul className={styles.figures}>
      {poll.options.map(({ title, votes_count }, index) => {
        const mine = poll.own_votes.includes(index);
        return (
          <li key={title} className={cx(styles.figure, votes_count !== null && votes_count === most && most > 0 && styles.most)}>
            <span className={styles.title} dir="auto">
              {title}
              {mine && (
                <span className={styles.mine}>
                  <Icon name="check" small />
                  <span className="vh">{t('poll.yours')}</span>
                </span>
              )}
            </span>
            {votes_count !== null && <Share votes={votes_count} voters={poll.voters_count ?? poll.votes_count} />}
          </li>
        );
      })}
    </ul>
  );
}

/** The part of those who voted that chose it. */
function Share({ votes, voters }: { votes: number; voters: number }) {
  const t = useText();
  const percent = voters === 0 ? 0 : Math.round((votes / voters) * 100);
  return (
    <>
      <span className={styles.percent}>
        <span aria-hidden="true">{t('poll.percent', { percent })}</span>
        <span className="vh">{t('poll.share', { percent, votes })}</span>
      </span>
      <meter className={styles.bar} min={0} max={100} value={percent} aria-hidden="true" />
    </>
  );
}

function Facts({ poll, over }: { poll: Poll; over: boolean }) {
  const t = useText();
  const { i18n } = useLingui();
  const now = useNow();
  const people = poll.voters_count ?? poll.votes_count;
  const hidden = !over && poll.options.some((option) => option.votes_count === null);
  const end = poll.expires_at === null ? null : new Date(poll.expires_at);
  return (
    <>
      <span>{t('poll.people', { people, shown: count(people, i18n.locale) })}</span>
      {over ? (
        <span>{t('poll.over')}</span>
      ) : (
        end && (
          <time dateTime={end.toISOString()} title={fullDate(end, i18n.locale)}>
            {timeLeft(end.getTime() - now, t)}
          </time>
        )
      )}
      {hidden && <span>{t('poll.hidden')}</span>}
    </>
  );
}

/** Also when its end comes while the page stands open. */
function useIsOver(poll: Poll): boolean {
  const now = useNow();
  return poll.expired || (poll.expires_at !== null && new Date(poll.expires_at).getTime() <= now);
}
