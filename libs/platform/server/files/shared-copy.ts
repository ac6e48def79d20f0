import { constants, existsSync } from 'node:fs';
import { copyFile, rename } from 'node:fs/promises';
import { kindOf } from '@planerka/platform/domain';
import { writePdf } from './pdf-metadata';
import { blankMp4, blankWebm } from './video-metadata';

/** How a copy is written that leaves out where, when and by whom it was made; undefined: what is not known to say so. */
function writerFor(mime: string): ((path: string, copy: string) => Promise<void>) | undefined {
  if (kindOf(mime) === 'image') return writePicture;
  if (mime === 'application/pdf') return writePdf;
  const blank = videos[mime];
  return (
    blank &&
    (async (path, copy) => {
      // Where the disk can, no byte is copied before it is written.
      await copyFile(path, copy, constants.COPYFILE_FICLONE);
      await blank(copy);
    })
  );
}

const videos: Readonly<Record<string, (path: string) => Promise<void>>> = {
  'video/mp4': blankMp4,
  'video/quicktime': blankMp4,
  'video/webm': blankWebm,
};

/** A file for people outside. Made when it is first asked for; resolves to its path. */
export async function sharedCopy(path: string, copy: string, mime: string): Promise<string> {
  const write = writerFor(mime);
  if (!write) return path;
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}.${Date.now()}`;
  await write(path, unfinished);
  await rename(unfinished, copy);
  return copy;
}

/** Without what a camera and an editor wrote into it; the colours stay. */
async function writePicture(path: string, copy: string): Promise<void> {
  const { default: sharp } = await import('sharp');
  const picture = sharp(path, { animated: true, limitInputPixels: false });
  const { format } = await picture.metadata();
  const written = picture.autoOrient().keepIccProfile();
  switch (format) {
    case 'jpeg':
      await written.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toFile(copy);
      break;
    case 'webp':
      await written.webp({ quality: 95 }).toFile(copy);
      break;
    case 'heif':
      await written.avif({ quality: 80 }).toFile(copy);
      break;
    case 'gif':
      await written.gif().toFile(copy);
      break;
    default:
      await written.png().toFile(copy);
  }
}
