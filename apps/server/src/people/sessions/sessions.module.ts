import { Global, Module } from '@nestjs/common';
import { EndSessions } from './end-sessions.js';
import { RevokeSessions } from './revoke-sessions.js';
import { SessionList } from './session-list.js';
import { SessionsController } from './sessions.controller.js';
import { StartSession } from './start-session.js';

@Global()
@Module({
  controllers: [SessionsController],
  providers: [EndSessions, RevokeSessions, SessionList, StartSession],
  exports: [EndSessions, StartSession],
})
export class SessionsModule {}
