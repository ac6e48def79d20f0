import { Module } from '@nestjs/common';
import { AttachmentAccess } from './files/attachment-access';

@Module({ providers: [AttachmentAccess] })
export class ReviewModule {}
