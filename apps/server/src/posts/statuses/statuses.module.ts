import { Global, Module } from '@nestjs/common';
import { MediaPresenter } from '../media/media.presenter.js';
import { StatusPresenter } from './status.presenter.js';
import { StatusReader } from './status.reader.js';
import { StatusRepository } from './status.repository.js';

@Global()
@Module({
  providers: [StatusRepository, StatusPresenter, StatusReader, MediaPresenter],
  exports: [StatusReader, StatusPresenter],
})
export class StatusesModule {}
