import { Global, Module } from '@nestjs/common';
import { ImageWorkshop } from './image-workshop.js';

@Global()
@Module({ providers: [ImageWorkshop], exports: [ImageWorkshop] })
export class ImagesModule {}
