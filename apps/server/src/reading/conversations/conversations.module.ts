import { Global, Module } from '@nestjs/common';
import { ConversationKeeper } from './conversation-keeper.js';
import { ConversationReader } from './conversation.reader.js';
import { ConversationRepository } from './conversation.repository.js';
import { ConversationsController } from './conversations.controller.js';
import { MarkConversation } from './mark-conversation.js';
import { KeepConversations } from './on-journal.js';
import { RemoveConversation } from './remove-conversation.js';

@Global()
@Module({
  controllers: [ConversationsController],
  providers: [
    ConversationRepository,
    ConversationReader,
    ConversationKeeper,
    KeepConversations,
    MarkConversation,
    RemoveConversation,
  ],
  exports: [ConversationReader],
})
export class ConversationsModule {}
