import { Injectable } from '@nestjs/common';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { Database, statement } from '../../platform/database/database.js';
import { FilmRefused } from '../../platform/films/film.errors.js';
import type { FilmFacts } from '../../platform/films/film-recipe.js';
import { FilmWorkshop } from '../../platform/films/film-workshop.js';
import { jobQueue } from '../../platform/jobs/job-queue.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { Storage } from '../../platform/storage/storage.js';
import { mediaFile, rawFile } from './media-files.js';

/** Sent in the transaction that takes the upload in: a restart loses none. */
export const PREPARE_FILM = jobQueue('prepare-film', z.object({ id: z.string() }), { keep: 3600 });

// Index: media_pkey.
const WAITING = statement('media-to-prepare', `select m.key from media m where m.id = $1 and m.state = 'processing'`);

/** Makes films and sounds ready to be shown, or says why they cannot be. Doing it twice does it once. */
@Injectable()
export class PrepareFilmJob {
  constructor(
    jobs: Jobs,
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly workshop: FilmWorkshop,
  ) {
    jobs.handle(PREPARE_FILM, ({ id }) => this.run(id));
  }

  private async run(id: string): Promise<void> {
    const media = await this.database.readOne<{ key: string }>(WAITING, [id]);
    if (!media) return;
    const folder = await mkdtemp(join(tmpdir(), 'roost-film-'));
    try {
      await this.prepare(id, media.key, folder);
    } catch (error) {
      if (!(error instanceof FilmRefused)) throw error;
      await this.refuse(id, error);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    await this.storage.remove(rawFile(media.key));
  }

  private async prepare(id: string, key: string, folder: string): Promise<void> {
    const [source, target] = [join(folder, 'sent'), join(folder, 'made')];
    await this.storage.fetch(rawFile(key), source);
    const facts = await this.workshop.make(source, target);
    const file = mediaFile({ key, content_type: facts.contentType, preview_key: null }, 'original');
    await this.storage.putFile(file, target, facts.contentType);
    // Taken back meanwhile: nothing leads to the file.
    if (!(await this.ready(id, facts))) await this.storage.remove(file);
  }

  private ready(id: string, facts: FilmFacts): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      const rows: unknown[] = await manager.query(
        `with ready as (
           update media set state = 'ready', type = $2, content_type = $3, bytes = $4, width = $5, height = $6, duration = $7, frame_rate = $8, bitrate = $9
            where id = $1 and state = 'processing' returning id
         ) select id from ready`,
        [
          id,
          facts.type,
          facts.contentType,
          facts.bytes,
          facts.width,
          facts.height,
          facts.seconds,
          facts.frameRate,
          facts.bitrate,
        ],
      );
      return rows.length > 0;
    });
  }

  private async refuse(id: string, error: FilmRefused): Promise<void> {
    await this.database.transaction((manager) =>
      manager.query(`update media set state = 'failed', failure = $2 where id = $1 and state = 'processing'`, [
        id,
        JSON.stringify({ code: error.code, error: error.message }),
      ]),
    );
  }
}
