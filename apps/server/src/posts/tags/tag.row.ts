/** A tag for one viewer, with what public posts said under it lately. */
export interface TagRow {
  id: string;
  /** The key: see `tagKey`. */
  name: string;
  written: string;
  following: boolean;
  featuring: boolean;
  /** Days that saw it in the last seven, in UTC. */
  days: { day: string; uses: number; accounts: number }[];
}
