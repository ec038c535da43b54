import { Global, Module } from '@nestjs/common';
import { ActiveFiltersReader } from '../filters/active-filters.reader.js';
import { AbsentPartsController } from './absent-parts.controller.js';
import { BookmarkStatus } from './bookmark-status.js';
import { BoostStatus } from './boost-status.js';
import { ComposeText } from './compose-text.js';
import { DeleteStatus } from './delete-status.js';
import { EditStatus } from './edit-status.js';
import { FavouriteStatus } from './favourite-status.js';
import { MarksReader } from './marks.reader.js';
import { MuteThread } from './mute-thread.js';
import { PinStatus } from './pin-status.js';
import { PublishStatus } from './publish-status.js';
import { ReactionsReader } from './reactions.reader.js';
import { StatusActionsController } from './status-actions.controller.js';
import { StatusDetailsController } from './status-details.controller.js';
import { StatusVersionsReader } from './status-versions.reader.js';
import { StatusPresenter } from './status.presenter.js';
import { StatusReader } from './status.reader.js';
import { StatusRepository } from './status.repository.js';
import { StatusesController } from './statuses.controller.js';
import { ThreadReader } from './thread.reader.js';
import { UnbookmarkStatus } from './unbookmark-status.js';
import { UnboostStatus } from './unboost-status.js';
import { UnfavouriteStatus } from './unfavourite-status.js';
import { UnmuteThread } from './unmute-thread.js';
import { UnpinStatus } from './unpin-status.js';

@Global()
@Module({
  controllers: [AbsentPartsController, StatusesController, StatusDetailsController, StatusActionsController],
  providers: [
    ActiveFiltersReader,
    BoostStatus,
    BookmarkStatus,
    ComposeText,
    DeleteStatus,
    EditStatus,
    FavouriteStatus,
    MarksReader,
    MuteThread,
    PinStatus,
    PublishStatus,
    ReactionsReader,
    StatusPresenter,
    StatusReader,
    StatusRepository,
    StatusVersionsReader,
    ThreadReader,
    UnbookmarkStatus,
    UnboostStatus,
    UnfavouriteStatus,
    UnmuteThread,
    UnpinStatus,
  ],
  exports: [ActiveFiltersReader, StatusReader, StatusPresenter, MarksReader, PublishStatus, DeleteStatus],
})
export class StatusesModule {}
