import { Module } from '@nestjs/common';
import { LiveServer } from './live-server';

@Module({ providers: [LiveServer] })
export class LiveModule {}
