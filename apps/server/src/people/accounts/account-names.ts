import { Injectable } from '@nestjs/common';
import { cleanDisplayName, foldHandle, handleProblem, skeleton } from '@roost/text';
import type { EntityManager } from 'typeorm';
import { BadDisplayName, BadHandle, LooksLikeStaff } from './account.errors.js';

/** Checks the names that people choose: their form, and that nobody looks like staff or an official account. */
@Injectable()
export class AccountNames {
  /** @returns the stored form. @throws BadHandle, LooksLikeStaff */
  async handle(manager: EntityManager, written: string, who: { staff: boolean }): Promise<string> {
    const problem = handleProblem(written);
    if (problem !== undefined) throw new BadHandle(problem);
    const handle = foldHandle(written);
    if (!who.staff && (await this.staffSkeletons(manager, null)).has(skeleton(handle))) throw new LooksLikeStaff('handle');
    return handle;
  }

  /** @returns the stored form; a blank name is none. @throws BadDisplayName, LooksLikeStaff */
  async displayName(manager: EntityManager, written: string, who: { staff: boolean; accountId: string | null }): Promise<string> {
    if (written.trim() === '') return '';
    const check = cleanDisplayName(written);
    if (check.code === 'blank') return '';
    if (check.code !== 'ok') throw new BadDisplayName(check.code);
    if (!who.staff && (await this.staffSkeletons(manager, who.accountId)).has(skeleton(check.name)))
      throw new LooksLikeStaff('display_name');
    return check.name;
  }

  /** Staff are few: comparing skeletons here keeps one definition of "looks like". */
  private async staffSkeletons(manager: EntityManager, except: string | null): Promise<Set<string>> {
    const rows: { handle: string; display_name: string }[] = await manager.query(
      `select handle, display_name from account where (role <> 'member' or kind = 'official') and id is distinct from $1`,
      [except],
    );
    return new Set(
      rows
        .flatMap((row) => [row.handle, row.display_name])
        .filter((name) => name !== '')
        .map((name) => skeleton(name)),
    );
  }
}
