import type { ClientToServer, LiveChannel, ServerToClient } from '@roost/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { io, type Socket } from 'socket.io-client';
import { reloadState } from '../api/state.js';
import { catchUp, startOver } from './catch-up.js';
import { watched, onWatch } from './channels.js';
import { connection, onRetry } from './connection-store.js';
import { applyEvent } from './live-table.js';
import { listsLoadedAt, whenLoaded } from './lists.js';
import { later, type LoadedAt } from './loaded-at.js';
import { queryCache } from './query-cache.js';

/** Without a connection for this long, lists are asked for each minute and the person is told. */
const patience = 20_000;
const pollEvery = 60_000;

/** Holds the live connection for as long as the page lives. Loaded after the first paint. `leave` hears that the session is over. */
export function connect(client: QueryClient, leave: () => void): () => void {
  const cache = queryCache(client);
  /** How far each channel was followed; kept after it was left, so that it goes on from there. */
  const heard = new Map<LiveChannel, LoadedAt>();
  /** Channels that the server has confirmed or refused: for the others the page is not live yet. */
  const settled = new Set<LiveChannel>();
  const hear = (channel: LiveChannel, cursor: string) => heard.set(channel, { cursor, at: Date.now() });
  const socket: Socket<ServerToClient, ClientToServer> = io('/live', {
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    reconnectionDelay: 1000,
    reconnectionDelayMax: 30_000,
    randomizationFactor: 0.5,
  });
  let attempt = 0;
  let ended = false;
  let wasLive = false;
  let patienceTimer: ReturnType<typeof setTimeout> | undefined;
  let pollTimer: ReturnType<typeof setInterval> | undefined;

  /** Opens a channel from where its list ends: whatever falls between loading the list and this moment comes first. */
  const subscribe = async (channel: LiveChannel) => {
    settled.delete(channel);
    say();
    await whenLoaded(client, channel);
    if (!socket.connected || !watched().includes(channel)) return;
    const before = heard.get(channel);
    const from = later(listsLoadedAt(client, channel), before);
    socket.emit('subscribe', { channel, cursor: from?.cursor }, (answer) => {
      settled.add(channel);
      say();
      if (!answer.ok) return;
      // Events that came before this answer say more than it does.
      if (heard.get(channel) === before) hear(channel, answer.cursor);
      if (!from) void catchUp(client, channel);
    });
  };

  /** "Live" means: everything on this page hears of what happens. */
  const say = () => {
    if (!socket.connected) return;
    const live = watched().every((channel) => settled.has(channel));
    connection.set((state) => (live ? { kind: 'live' } : state.kind === 'live' ? { kind: 'connecting' } : state));
  };

  const lost = () => {
    if (ended) return;
    if (!navigator.onLine) {
      connection.set((before) => (before.kind === 'offline' ? before : { kind: 'offline', since: Date.now() }));
      return;
    }
    connection.set((before) =>
      before.kind === 'polling'
        ? before
        : attempt > 0 || wasLive
          ? { kind: 'reconnecting', attempt: Math.max(1, attempt) }
          : { kind: 'connecting' },
    );
    patienceTimer ??= setTimeout(() => {
      connection.set({ kind: 'polling' });
      pollTimer ??= setInterval(() => {
        for (const channel of watched()) void catchUp(client, channel);
      }, pollEvery);
    }, patience);
  };

  const found = () => {
    clearTimeout(patienceTimer);
    clearInterval(pollTimer);
    patienceTimer = pollTimer = undefined;
    attempt = 0;
    wasLive = true;
    settled.clear();
    for (const channel of watched()) void subscribe(channel);
    say();
  };

  socket.on('connect', found);
  socket.on('disconnect', lost);
  socket.on('connect_error', lost);
  socket.io.on('reconnect_attempt', (count) => {
    attempt = count;
    lost();
  });
  socket.on('event', (event) => {
    hear(event.channel, event.cursor);
    applyEvent(event, cache);
  });
  socket.on('resync', ({ channel }) => void startOver(client, channel));
  socket.on('closed', ({ reason }) => {
    if (reason !== 'signed_out' && reason !== 'suspended') return;
    ended = true;
    socket.disconnect();
    // The routes then send the person to the sign-in page and remember where they were.
    void reloadState().then(leave);
  });

  const stopWatching = onWatch((channel, on) => {
    if (!socket.connected) return;
    if (on) void subscribe(channel);
    else {
      socket.emit('unsubscribe', { channel });
      settled.delete(channel);
      say();
    }
  });
  const retry = () => {
    connection.set({ kind: 'reconnecting', attempt: Math.max(1, attempt) });
    socket.disconnect().connect();
  };
  onRetry(retry);
  const online = () => {
    if (connection.get().kind === 'offline') connection.set({ kind: 'reconnecting', attempt: 1 });
    if (!socket.connected) socket.disconnect().connect();
  };
  addEventListener('online', online);
  addEventListener('offline', lost);

  return () => {
    ended = true;
    stopWatching();
    clearTimeout(patienceTimer);
    clearInterval(pollTimer);
    removeEventListener('online', online);
    removeEventListener('offline', lost);
    socket.disconnect();
  };
}
