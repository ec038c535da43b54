import { Global, Module } from '@nestjs/common';
import { FilmWorkshop } from './film-workshop.js';

@Global()
@Module({ providers: [FilmWorkshop], exports: [FilmWorkshop] })
export class FilmsModule {}
