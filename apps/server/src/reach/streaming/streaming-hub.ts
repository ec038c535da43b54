import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { LiveChannel, LiveEvent } from '@roost/contracts';
import { Settings } from '../../config/settings.js';
import { JournalFollower } from '../../platform/journal/journal-follower.js';
import { BEGINNING, encodeCursor, type JournalCursor, type JournalEntry } from '../../platform/journal/journal-tail.js';
import { Metrics } from '../../platform/metrics/metrics.js';
import type { Channel } from './channel.js';
import type { Connection, Subscription, Transport } from './connection.js';
import { deliver, type LiveChange } from './live-change.js';
import { EndedLately } from './ended-lately.js';
import { endsWhich, touchesRelationsOf } from './entry-effects.js';
import { PresentPeople } from './present-people.js';
import { type Present, ReadChanges } from './read-changes.js';
import { isOther } from './viewer-relations.js';

/** Entries looked through for somebody who returns; more than that and loading the list again is cheaper. */
const REPLAY_ENTRIES = 5_000;
/** Events delivered late before a client is told to load again. */
const REPLAY_EVENTS = 1_000;

/** Everybody who receives the same event in the same words. */
interface Group {
  event: LiveEvent;
  to: Map<Transport, string[]>;
}

/**
 * The journal's voice to connected clients. One tail per node works out who receives what;
 * each batch is read with everything it needs first and then handed out in one go. A
 * subscription waits for the batch under way, which was not read for it, and stands clearly after it.
 */
@Injectable()
export class StreamingHub implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(StreamingHub.name);
  private readonly subscriptions = new Map<Connection, Map<LiveChannel, Subscription>>();
  private readonly ended = new EndedLately();
  private position: JournalCursor = BEGINNING;
  private batch: Promise<void> = Promise.resolve();
  private tail: { stop: () => Promise<void> } | null = null;

  constructor(
    private readonly journal: JournalFollower,
    private readonly changes: ReadChanges,
    private readonly people: PresentPeople,
    private readonly settings: Settings,
    private readonly metrics: Metrics,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.settings.role === 'worker') return;
    this.metrics.gauge('roost_live_connections', 'Open live connections of this process', () => this.size);
    this.position = await this.journal.head();
    this.tail = this.journal.follow(
      this.position,
      (entries) => {
        const taken = this.take(entries);
        this.batch = taken.catch(() => undefined);
        return taken;
      },
      (error) => this.log.error(`live delivery stumbled and goes on: ${error instanceof Error ? error.message : String(error)}`),
    );
  }

  /** Before the HTTP server ends: it waits until nobody is connected. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.tail?.stop();
    for (const connection of [...this.subscriptions.keys()]) connection.close('shutting_down');
  }

  /** How far this node has read the journal: whatever is read from the database now holds everything up to here. */
  get cursor(): string {
    return encodeCursor(this.position);
  }

  /** Connections of this node, for the metrics. */
  get size(): number {
    return this.subscriptions.size;
  }

  /** Makes a connection known. One whose credential ended while it was on its way is closed at once. */
  async connect(connection: Connection): Promise<void> {
    await this.people.arrive(connection);
    this.subscriptions.set(connection, new Map());
    const { accountId, credentialId } = connection.viewer;
    const reason = this.ended.reasonOf(credentialId) ?? this.ended.reasonOf(accountId);
    if (reason) connection.close(reason);
  }

  disconnect(connection: Connection): void {
    this.subscriptions.delete(connection);
    this.people.leave(connection);
  }

  /** How many channels a connection watches. */
  watching(connection: Connection): number {
    return this.subscriptions.get(connection)?.size ?? 0;
  }

  /**
   * Starts a channel. With a cursor, what was missed since comes first, in order and without a gap to what follows;
   * when that is too much the client is told to load the list again.
   * @returns the cursor from which on events are delivered
   */
  async subscribe(
    connection: Connection,
    channel: Channel,
    name: LiveChannel,
    threadId: string | null,
    since: JournalCursor | null,
  ): Promise<string> {
    await this.batch;
    const own = this.subscriptions.get(connection);
    const relations = this.people.relationsOf(connection.viewer.accountId);
    const start = this.position;
    if (!own || !relations) return encodeCursor(start);
    const subscription: Subscription = {
      connection,
      channel,
      name,
      threadId,
      relations,
      held: since ? [] : null,
    };
    own.set(name, subscription);
    if (since) await this.replay(subscription, since, start);
    return encodeCursor(start);
  }

  unsubscribe(connection: Connection, name: LiveChannel): void {
    this.subscriptions.get(connection)?.delete(name);
  }

  private async replay(subscription: Subscription, since: JournalCursor, until: JournalCursor): Promise<void> {
    const { connection, name } = subscription;
    const missed: LiveEvent[] = [];
    let complete = false;
    try {
      const entries = await this.journal.read(since, REPLAY_ENTRIES + 1);
      if (entries.length <= REPLAY_ENTRIES) {
        const before = entries.filter((entry) => !isAfter(entry, until));
        const { accountId } = connection.viewer;
        const changes = await this.changes.read(before, {
          has: (id) => id === accountId,
          ids: [accountId],
          watches: () => name === 'conversations',
        });
        before.forEach((entry, index) => {
          for (const event of eventsFor(subscription, entry, changes[index] ?? [])) missed.push(event);
        });
        complete = missed.length <= REPLAY_EVENTS;
      }
    } catch (error) {
      this.log.warn(`what ${connection.id} missed could not be read: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (!complete) connection.resync(name);
    const held = subscription.held ?? [];
    subscription.held = null;
    for (const event of complete ? [...missed, ...held] : held) connection.transport.broadcast([connection.id], event);
  }

  private async take(entries: JournalEntry[]): Promise<void> {
    await this.refreshRelations(entries);
    const changes = this.subscriptions.size === 0 ? [] : await this.changes.read(entries, this.audience);
    entries.forEach((entry, index) => {
      this.handOut(entry, changes[index] ?? []);
      this.cutOff(entry);
    });
    const last = entries.at(-1);
    if (last) this.position = { xid: last.xid, seq: last.seq };
  }

  /** Whom a batch is read for. */
  private get audience(): Present {
    const { people, subscriptions } = this;
    return {
      has: (accountId) => people.has(accountId),
      ids: people.ids,
      watches: (accountId, channel) =>
        people.connectionsOf(accountId).some((connection) => subscriptions.get(connection)?.has(channel)),
    };
  }

  /** Follows, mutes, blocks, lists and filters of connected people count from the very batch that holds them. */
  private async refreshRelations(entries: readonly JournalEntry[]): Promise<void> {
    const refreshed = await this.people.refresh(new Set(entries.flatMap(touchesRelationsOf)));
    for (const { relations, connections } of refreshed)
      for (const connection of connections)
        for (const subscription of this.subscriptions.get(connection)?.values() ?? []) {
          if (isOther(subscription.channel, subscription.relations, relations)) connection.resync(subscription.name);
          subscription.relations = relations;
        }
  }

  private handOut(entry: JournalEntry, changes: readonly LiveChange[]): void {
    if (changes.length === 0) return;
    const cursor = encodeCursor(entry);
    const now = Date.now();
    for (const change of changes) {
      const groups = new Map<object, Map<string, Group>>();
      for (const own of this.subscriptions.values()) {
        for (const subscription of own.values()) {
          const payload = deliver(subscription, change, now);
          if (!payload) continue;
          const event = { ...payload, cursor, channel: subscription.name };
          if (subscription.held) {
            subscription.held.push(event);
            continue;
          }
          const byName = getOrAdd<object, Map<string, Group>>(groups, payload.payload, () => new Map());
          const group = getOrAdd<string, Group>(byName, subscription.name, () => ({ event, to: new Map() }));
          getOrAdd<Transport, string[]>(group.to, subscription.connection.transport, () => []).push(subscription.connection.id);
        }
      }
      for (const byName of groups.values())
        for (const { event, to } of byName.values()) for (const [transport, ids] of to) transport.broadcast(ids, event);
    }
  }

  private cutOff(entry: JournalEntry): void {
    if (entry.type === 'account.unsuspended' && entry.subjectId !== null) this.ended.forget(entry.subjectId);
    const ends = endsWhich(entry);
    if (!ends) return;
    this.ended.note(ends.id, ends.reason);
    for (const connection of [...this.subscriptions.keys()]) {
      const { accountId, credentialId } = connection.viewer;
      if (ends.id === (ends.of === 'account' ? accountId : credentialId)) connection.close(ends.reason);
    }
  }
}

function eventsFor(subscription: Subscription, entry: JournalEntry, changes: readonly LiveChange[]): LiveEvent[] {
  const now = Date.now();
  return changes.flatMap((change) => {
    const payload = deliver(subscription, change, now);
    return payload ? [{ ...payload, cursor: encodeCursor(entry), channel: subscription.name }] : [];
  });
}

function isAfter(entry: JournalCursor, cursor: JournalCursor): boolean {
  const byTransaction = BigInt(entry.xid) - BigInt(cursor.xid);
  return byTransaction > 0n || (byTransaction === 0n && BigInt(entry.seq) > BigInt(cursor.seq));
}

function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
