import { Injectable } from '@nestjs/common';
import type { TextEntity } from '@roost/contracts';
import { checkText, type Entity, MAX_LENGTH, measure, normalise, parseText } from '@roost/text';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../config/settings.js';
import { Database, statement } from '../../platform/database/database.js';
import { StatusBlank, StatusOverloaded, StatusTooLong } from './status.errors.js';

export interface NewText {
  text: string;
  spoiler: string;
  /** Pictures speak for themselves. */
  mayBeBlank: boolean;
}

/** A text that may be published, read once: everything that is stored about it. */
export interface ComposedText {
  text: string;
  spoiler: string;
  entities: TextEntity[];
  /** Ids of the accounts mentioned, each once. */
  mentions: string[];
  /** Tags by their key, each once, as first written in this text. */
  tags: { name: string; written: string }[];
}

// Index: account_handle.
const HANDLES = statement(
  'mentioned-accounts',
  `select a.id, a.handle from account a where lower(a.handle) = any($1::text[]) and a.state = 'active'`,
);

/** Checks a text, finds what stands in it and whom it names. */
@Injectable()
export class ComposeText {
  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
  ) {}

  /**
   * @param manager of the transaction under way, if there is one: asking for a second connection inside it could wait for ever
   * @throws StatusTooLong StatusOverloaded StatusBlank
   */
  async run(input: NewText, manager: EntityManager | null = null): Promise<ComposedText> {
    assertPublishable(input);
    const parsed = parseText(input.text, { domain: new URL(this.settings.publicUrl).hostname });
    const accounts = await this.accountsOf(parsed.entities, manager);
    const entities = parsed.entities.map((entity): TextEntity =>
      entity.type === 'mention' ? { ...entity, account_id: accounts.get(entity.handle) ?? null } : entity,
    );
    const tags = new Map<string, string>();
    for (const entity of parsed.entities) {
      if (entity.type === 'tag' && !tags.has(entity.name)) tags.set(entity.name, entity.written);
    }
    return {
      text: parsed.text,
      spoiler: oneLine(input.spoiler),
      entities,
      mentions: [...new Set(accounts.values())],
      tags: [...tags].map(([name, written]) => ({ name, written })),
    };
  }

  private async accountsOf(entities: readonly Entity[], manager: EntityManager | null): Promise<Map<string, string>> {
    const handles = [...new Set(entities.flatMap((entity) => (entity.type === 'mention' ? [entity.handle] : [])))];
    if (handles.length === 0) return new Map();
    const rows: { id: string; handle: string }[] = manager
      ? await manager.query(HANDLES.text, [handles])
      : await this.database.read(HANDLES, [handles]);
    return new Map(rows.map((row) => [row.handle.toLowerCase(), row.id]));
  }
}

function assertPublishable({ text, spoiler, mayBeBlank }: NewText): void {
  const check = checkText(text, { spoiler: oneLine(spoiler) });
  switch (check.code) {
    case 'ok':
      return;
    case 'blank':
      if (!mayBeBlank) throw new StatusBlank();
      return;
    case 'too_long':
      throw new StatusTooLong(check.length, check.limit);
    case 'grapheme_too_long':
      throw new StatusOverloaded();
    case 'too_many_code_points': {
      const length = measure(text) + measure(spoiler);
      throw length > MAX_LENGTH ? new StatusTooLong(length, MAX_LENGTH) : new StatusOverloaded();
    }
  }
}

/** A content warning is a heading: line breaks in it become spaces. */
function oneLine(spoiler: string): string {
  return normalise(spoiler).replace(/\s*\n\s*/g, ' ');
}
