import { Module } from '@nestjs/common';
import { ChangeKeywords } from './change-keywords.js';
import { ChangeV1Filters } from './change-v1-filters.js';
import { CreateFilter } from './create-filter.js';
import { DeleteFilter } from './delete-filter.js';
import { FilterJournal } from './filter.journal.js';
import { FilterPartsController } from './filter-parts.controller.js';
import { FilterReader } from './filter.reader.js';
import { FilterRepository } from './filter.repository.js';
import { FiltersController } from './filters.controller.js';
import { NameStatuses } from './name-statuses.js';
import { UpdateFilter } from './update-filter.js';
import { V1FiltersController } from './v1-filters.controller.js';

/** Keeps people's filters. What they do to a status: posts/filters. */
@Module({
  controllers: [FilterPartsController, FiltersController, V1FiltersController],
  providers: [
    FilterRepository,
    FilterReader,
    FilterJournal,
    CreateFilter,
    UpdateFilter,
    DeleteFilter,
    ChangeKeywords,
    NameStatuses,
    ChangeV1Filters,
  ],
})
export class FiltersModule {}
