import { Global, Module } from '@nestjs/common';
import { FileAccess } from './file-access';
import { FileCopies } from './file-copies';
import { FileDownloads } from './file-downloads';
import { FileHolders } from './file-holders';
import { FilePresenter } from './file.object';
import { FileStore } from './file-store';
import { FileUrls } from './file-urls';
import { FileQuery } from './file.query';
import { FileResolver } from './file.resolver';
import { Files } from './files';
import { Uploads } from './uploads';

@Global()
@Module({
  providers: [
    FileAccess,
    FileCopies,
    FileDownloads,
    FileHolders,
    FilePresenter,
    FileStore,
    FileUrls,
    Files,
    Uploads,
    FileQuery,
    FileResolver,
  ],
  exports: [FileAccess, FileCopies, FileDownloads, FileHolders, FilePresenter, FileStore, FileUrls, Files, Uploads],
})
export class FilesModule {}
