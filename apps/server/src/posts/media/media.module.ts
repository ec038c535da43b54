import { Global, Module } from '@nestjs/common';
import { DescribeMedia } from './describe-media.js';
import { LoosenMedia } from './loosen-media.js';
import { MakePreview } from './make-preview.js';
import { MediaController } from './media.controller.js';
import { MediaFilesController } from './media-files.controller.js';
import { MediaPresenter } from './media.presenter.js';
import { MediaReader } from './media.reader.js';
import { PrepareFilmJob } from './prepare-film.job.js';
import { RemoveFilesJob } from './remove-files.job.js';
import { RemoveMedia } from './remove-media.js';
import { SweepLooseMediaJob } from './sweep-loose-media.job.js';
import { UploadMedia } from './upload-media.js';

@Global()
@Module({
  controllers: [MediaController, MediaFilesController],
  providers: [
    MediaPresenter,
    MediaReader,
    UploadMedia,
    DescribeMedia,
    RemoveMedia,
    LoosenMedia,
    MakePreview,
    PrepareFilmJob,
    RemoveFilesJob,
    SweepLooseMediaJob,
  ],
  exports: [MediaPresenter, MediaReader, LoosenMedia],
})
export class MediaModule {}
