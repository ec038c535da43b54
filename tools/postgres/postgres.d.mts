export interface PostgresOptions {
  /** Holds the cluster, its passwords, its socket and its log; made when missing. */
  dataDir: string;
  /** Server settings laid over the usual ones, for instance `{ fsync: 'off' }` in tests (which also makes the first start quicker). */
  settings?: Record<string, string | number>;
  /** Hears one line per step that takes a while. */
  say?: (line: string) => void;
  /** Hears that PostgreSQL ended unasked and is being started again. */
  onRestart?: () => void;
}

export interface Postgres {
  /** Database `roost` as its owner, a superuser: for migrations. */
  ownerUrl: string;
  /** Database `roost` as the application, a member of the role `roost_app`. */
  appUrl: string;
  /** Database `postgres` as superuser: for making and dropping databases. */
  superUrl: string;
  dataDir: string;
  /** Resolves with the reason when PostgreSQL keeps ending and is given up. */
  failed: Promise<Error>;
  /** Records the server process that uses this PostgreSQL, so that a start after a crash of this process can end it. */
  note(serverPid: number): void;
  /** Fast shutdown: clients are cut, everything is written. */
  stop(): Promise<void>;
}

/** Starts a PostgreSQL 18 of our own. It ends with this process, however this process ends. */
export function startPostgres(options: PostgresOptions): Promise<Postgres>;

/** Joins the PostgreSQL of a Roost that runs on this data folder, or starts one for the caller's own time. */
export function connectPostgres(
  options: Pick<PostgresOptions, 'dataDir' | 'say'>,
): Promise<Pick<Postgres, 'ownerUrl' | 'appUrl' | 'superUrl' | 'dataDir' | 'stop'>>;
