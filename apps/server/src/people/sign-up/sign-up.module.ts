import { Global, Module } from '@nestjs/common';
import { AppsModule } from '../apps/apps.module.js';
import { AppSignUpController } from './app-sign-up.controller.js';
import { ApprovalList } from './approval-list.js';
import { ApprovalsController } from './approvals.controller.js';
import { ConfirmAddress } from './confirm-address.js';
import { CreateAdministrator } from './create-administrator.js';
import { DecideApproval } from './decide-approval.js';
import { EmailsController } from './emails.controller.js';
import { SetUpLink } from './set-up-link.js';
import { SetUp } from './set-up.js';
import { SignUpByApp } from './sign-up-by-app.js';
import { SignUpController } from './sign-up.controller.js';
import { SignUp } from './sign-up.js';
import { SweepPeople } from './sweep-people.js';
import { TestAdministrator } from './test-administrator.js';

@Global()
@Module({
  imports: [AppsModule],
  controllers: [EmailsController, SignUpController, ApprovalsController, AppSignUpController],
  providers: [
    SignUp,
    ConfirmAddress,
    SetUp,
    SetUpLink,
    CreateAdministrator,
    ApprovalList,
    DecideApproval,
    SweepPeople,
    SignUpByApp,
    TestAdministrator,
  ],
  exports: [SetUpLink, CreateAdministrator, DecideApproval, TestAdministrator],
})
export class SignUpModule {}
