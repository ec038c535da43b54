import { Controller, Delete, Get, Param, Query } from '@nestjs/common';
import { Account, Suggestion } from '@roost/contracts';
import { z } from 'zod';
import { Access, Viewer } from '../../platform/access/access.js';
import type { Viewer as ViewerFacts } from '../../platform/access/principal.js';
import { Answers } from '../../platform/http/openapi/answers.js';
import { IdParam, limit } from '../../platform/http/wire-input.js';
import { DismissSuggestion } from './dismiss-suggestion.js';
import { SuggestionReader } from './suggestion.reader.js';

const SuggestionsQuery = z.object({ limit: limit(40, 80) });
type SuggestionsQuery = z.infer<typeof SuggestionsQuery>;

@Controller('api')
export class SuggestionsController {
  constructor(
    private readonly suggestions: SuggestionReader,
    private readonly dismissSuggestion: DismissSuggestion,
  ) {}

  @Get('v2/suggestions')
  @Access('read:accounts')
  @Answers(z.array(Suggestion))
  list(@Viewer() viewer: ViewerFacts, @Query({ schema: SuggestionsQuery }) query: SuggestionsQuery): Promise<Suggestion[]> {
    return this.suggestions.read(viewer.accountId, query.limit);
  }

  @Get('v1/suggestions')
  @Access('read:accounts')
  @Answers(z.array(Account))
  async listV1(@Viewer() viewer: ViewerFacts, @Query({ schema: SuggestionsQuery }) query: SuggestionsQuery): Promise<Account[]> {
    return (await this.suggestions.read(viewer.accountId, query.limit)).map((suggestion) => suggestion.account);
  }

  @Delete('v1/suggestions/:id')
  @Access('write:accounts')
  @Answers(z.object({}))
  async dismiss(@Viewer() viewer: ViewerFacts, @Param('id', { schema: IdParam }) id: string): Promise<Record<string, never>> {
    await this.dismissSuggestion.run(viewer, id);
    return {};
  }
}
