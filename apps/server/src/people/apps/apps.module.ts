import { Module } from '@nestjs/common';
import { AppRepository } from './app.repository.js';
import { AppsController } from './apps.controller.js';
import { AuthorizationsController } from './authorizations.controller.js';
import { CheckAuthorization } from './check-authorization.js';
import { ConnectedApps } from './connected-apps.js';
import { ConnectedAppsController } from './connected-apps.controller.js';
import { DecideAuthorization } from './decide-authorization.js';
import { DisconnectApp } from './disconnect-app.js';
import { ExchangeCode } from './exchange-code.js';
import { IssueToken } from './issue-token.js';
import { OAuthController } from './oauth.controller.js';
import { RegisterApp } from './register-app.js';
import { RevokeToken } from './revoke-token.js';
import { TokenLedger } from './token-ledger.js';

@Module({
  controllers: [AppsController, AuthorizationsController, ConnectedAppsController, OAuthController],
  providers: [
    AppRepository,
    RegisterApp,
    CheckAuthorization,
    DecideAuthorization,
    ExchangeCode,
    IssueToken,
    RevokeToken,
    ConnectedApps,
    DisconnectApp,
    TokenLedger,
  ],
  exports: [TokenLedger],
})
export class AppsModule {}
