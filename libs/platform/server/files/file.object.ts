import { Injectable } from '@nestjs/common';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { kindOf, type FileKind, type Id } from '@planerka/platform/domain';
import { graphqlEnum } from '../graphql/enum';
import { FileUrls, type PreviewSize } from './file-urls';

export const FileKindEnum = graphqlEnum('FileKind', ['image', 'video', 'document', 'archive']);
export const FileStateEnum = graphqlEnum('FileState', ['uploading', 'ready', 'rejected']);

@ObjectType('File')
export class FileObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  mime!: string;

  @Field(() => FileKindEnum, { nullable: true })
  kind!: FileKind | null;

  @Field(() => FileStateEnum)
  state!: 'uploading' | 'ready' | 'rejected';

  @Field(() => Float, { description: 'Bytes.' })
  size!: number;

  @Field(() => Int, { nullable: true, description: 'Pixels; pictures only.' })
  width!: number | null;

  @Field(() => Int, { nullable: true, description: 'Pixels; pictures only.' })
  height!: number | null;

  @Field({ description: 'The bytes themselves; good for one to two hours.' })
  url!: string;

  @Field(() => String, { nullable: true, description: 'A WebP of at most 320 px; pictures only.' })
  thumbnailUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'A WebP of at most 960 px; pictures only.' })
  previewUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'A WebP of at most 1920 px; pictures only.' })
  largeUrl!: string | null;
}

/** A row of the table `file` as a statement or its json_agg gives it. */
export interface FileRow {
  readonly id: Id;
  readonly name: string;
  readonly mime: string;
  readonly state: 'uploading' | 'ready' | 'rejected';
  readonly size: string | number | bigint;
  readonly width: number | null;
  readonly height: number | null;
}

/** Pictures that have been looked into. */
export const hasPreviews = ({ mime, state }: Pick<FileRow, 'mime' | 'state'>): boolean =>
  kindOf(mime) === 'image' && state === 'ready';

@Injectable()
export class FilePresenter {
  constructor(private readonly urls: FileUrls) {}

  /**
   * For people outside the agency: a copy that says nothing of where it was made and by whom.
   * @param holderId the link by which they came: with it, its addresses end
   */
  presentShared(agencyId: Id, file: FileRow, holderId?: Id): FileObject {
    return { ...this.present(agencyId, file, holderId), url: this.urls.shared(agencyId, file.id, holderId) };
  }

  present(agencyId: Id, file: FileRow, holderId?: Id): FileObject {
    const { id, name, mime, state, size, width, height } = file;
    const preview = (pixels: PreviewSize) =>
      hasPreviews(file) ? this.urls.preview(agencyId, id, pixels, undefined, holderId) : null;
    return {
      id,
      name,
      mime,
      kind: kindOf(mime),
      state,
      size: Number(size),
      width,
      height,
      url: this.urls.original(agencyId, id),
      thumbnailUrl: preview(320),
      previewUrl: preview(960),
      largeUrl: preview(1920),
    };
  }
}
