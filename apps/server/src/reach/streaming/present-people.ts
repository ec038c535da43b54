import { Injectable } from '@nestjs/common';
import type { Connection } from './connection.js';
import { type ViewerRelations, ViewerRelationsReader } from './viewer-relations.js';

interface Person {
  relations: ViewerRelations;
  connections: Set<Connection>;
}

/** A load under way; `stale` when the journal said meanwhile that it changed. */
interface Arrival {
  accountId: string;
  stale: boolean;
}

/** Everybody connected to this node, with the relations that decide what reaches them: loaded once for all their connections. */
@Injectable()
export class PresentPeople {
  private readonly people = new Map<string, Person>();
  private readonly arrivals = new Set<Arrival>();
  private known: readonly string[] | null = null;

  constructor(private readonly relations: ViewerRelationsReader) {}

  has(accountId: string): boolean {
    return this.people.has(accountId);
  }

  get ids(): readonly string[] {
    this.known ??= [...this.people.keys()];
    return this.known;
  }

  relationsOf(accountId: string): ViewerRelations | null {
    return this.people.get(accountId)?.relations ?? null;
  }

  connectionsOf(accountId: string): readonly Connection[] {
    return [...(this.people.get(accountId)?.connections ?? [])];
  }

  async arrive(connection: Connection): Promise<void> {
    const { accountId } = connection.viewer;
    if (!this.people.has(accountId)) {
      const relations = await this.load(accountId);
      if (!this.people.has(accountId)) this.people.set(accountId, { relations, connections: new Set() });
      this.known = null;
    }
    this.people.get(accountId)?.connections.add(connection);
  }

  leave(connection: Connection): void {
    const { accountId } = connection.viewer;
    const person = this.people.get(accountId);
    person?.connections.delete(connection);
    if (person?.connections.size !== 0) return;
    this.people.delete(accountId);
    this.known = null;
  }

  /** Loads again what changed. @returns those of them who are here */
  async refresh(accountIds: ReadonlySet<string>): Promise<Person[]> {
    for (const arrival of this.arrivals) if (accountIds.has(arrival.accountId)) arrival.stale = true;
    const present = [...accountIds].filter((accountId) => this.people.has(accountId));
    const refreshed = await Promise.all(
      present.map(async (accountId) => {
        const relations = await this.relations.load(accountId);
        const person = this.people.get(accountId);
        if (person) person.relations = relations;
        return person;
      }),
    );
    return refreshed.filter((person) => person !== undefined);
  }

  private async load(accountId: string): Promise<ViewerRelations> {
    const arrival: Arrival = { accountId, stale: true };
    this.arrivals.add(arrival);
    try {
      let relations: ViewerRelations;
      do {
        arrival.stale = false;
        relations = await this.relations.load(accountId);
      } while (arrival.stale);
      return relations;
    } finally {
      this.arrivals.delete(arrival);
    }
  }
}
