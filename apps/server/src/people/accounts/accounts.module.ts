import { Global, Module } from '@nestjs/common';
import { AccountAdminController } from './account-admin.controller.js';
import { AccountNames } from './account-names.js';
import { AccountPresenter } from './account.presenter.js';
import { AccountReader } from './account.reader.js';
import { AccountsController } from './accounts.controller.js';
import { Administrators } from './administrators.js';
import { ChangeRole } from './change-role.js';
import { CreateAccount } from './create-account.js';
import { CredentialAccountReader } from './credential-account.reader.js';
import { Directory } from './directory.js';
import { Portraits } from './portrait.js';
import { ProfileController } from './profile.controller.js';
import { RestrictAccount } from './restrict-account.js';
import { SearchAccounts } from './search-accounts.js';
import { SuspendAccount } from './suspend-account.js';
import { UnsuspendAccount } from './unsuspend-account.js';
import { UpdateProfile } from './update-profile.js';

@Global()
@Module({
  controllers: [AccountsController, ProfileController, AccountAdminController],
  providers: [
    AccountReader,
    AccountPresenter,
    CredentialAccountReader,
    AccountNames,
    CreateAccount,
    UpdateProfile,
    Portraits,
    SearchAccounts,
    Directory,
    Administrators,
    SuspendAccount,
    UnsuspendAccount,
    RestrictAccount,
    ChangeRole,
  ],
  exports: [
    AccountReader,
    AccountPresenter,
    CredentialAccountReader,
    AccountNames,
    CreateAccount,
    SearchAccounts,
    SuspendAccount,
    UnsuspendAccount,
    RestrictAccount,
  ],
})
export class AccountsModule {}
