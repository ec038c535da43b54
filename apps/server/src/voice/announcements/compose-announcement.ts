import { Injectable } from '@nestjs/common';
import { LIMITS, type TextEntity } from '@roost/contracts';
import { checkText, isBlank, parseText } from '@roost/text';
import type { EntityManager } from 'typeorm';
import { Settings } from '../../config/settings.js';
import { AnnouncementBlank, AnnouncementTooLong } from './announcement.errors.js';

export interface ComposedAnnouncement {
  text: string;
  entities: TextEntity[];
}

/** Checks the text of an announcement, which may be longer than a post, and finds what stands in it. */
@Injectable()
export class ComposeAnnouncement {
  private readonly domain: string;

  constructor(settings: Settings) {
    this.domain = new URL(settings.publicUrl).hostname;
  }

  /** @throws AnnouncementBlank AnnouncementTooLong */
  async run(manager: EntityManager, input: string): Promise<ComposedAnnouncement> {
    if (isBlank(input)) throw new AnnouncementBlank();
    const { code } = checkText(input);
    if (code === 'too_many_code_points' || code === 'grapheme_too_long') throw new AnnouncementTooLong(LIMITS.announcement);
    const { text, entities } = parseText(input, { domain: this.domain });
    const handles = entities.flatMap((entity) => (entity.type === 'mention' ? [entity.handle] : []));
    const rows: { id: string; handle: string }[] =
      handles.length === 0
        ? []
        : await manager.query(
            `select id, lower(handle) as handle from account where lower(handle) = any($1::text[]) and state = 'active'`,
            [[...new Set(handles)]],
          );
    const accounts = new Map(rows.map((row) => [row.handle, row.id]));
    return {
      text,
      entities: entities.map((entity): TextEntity =>
        entity.type === 'mention' ? { ...entity, account_id: accounts.get(entity.handle) ?? null } : entity,
      ),
    };
  }
}
