import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';

/**
 * A picture for people outside: what a camera and an editor wrote into it (where it was taken, by whom, with what) is left out,
 * the colours stay. Made when it is first asked for; resolves to its path.
 */
export async function sharedCopy(path: string, copy: string): Promise<string> {
  if (existsSync(copy)) return copy;
  const { default: sharp } = await import('sharp');
  const picture = sharp(path, { animated: true, limitInputPixels: false });
  const { format } = await picture.metadata();
  const unfinished = `${copy}.${process.pid}.${Date.now()}`;
  const written = picture.autoOrient().keepIccProfile();
  switch (format) {
    case 'jpeg':
      await written.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toFile(unfinished);
      break;
    case 'webp':
      await written.webp({ quality: 95 }).toFile(unfinished);
      break;
    case 'heif':
      await written.avif({ quality: 80 }).toFile(unfinished);
      break;
    case 'gif':
      await written.gif().toFile(unfinished);
      break;
    default:
      await written.png().toFile(unfinished);
  }
  await rename(unfinished, copy);
  return copy;
}
