import { Global, Module } from '@nestjs/common';
import { AccountPresenter } from './account.presenter.js';
import { AccountReader } from './account.reader.js';

@Global()
@Module({ providers: [AccountReader, AccountPresenter], exports: [AccountReader, AccountPresenter] })
export class AccountsModule {}
