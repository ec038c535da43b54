import { Module } from '@nestjs/common';
import { DismissSuggestion } from './dismiss-suggestion.js';
import { SuggestionReader } from './suggestion.reader.js';
import { SuggestionsController } from './suggestions.controller.js';

@Module({ controllers: [SuggestionsController], providers: [SuggestionReader, DismissSuggestion] })
export class SuggestionsModule {}
