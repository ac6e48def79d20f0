import { describe, expect, it } from '@jest/globals';
import { checkContents, checkUpload } from './upload';

const codeOf = (result: ReturnType<typeof checkUpload>): string => (result.ok ? 'ok' : result.error.code);

describe('Uploads', () => {
  it.each([
    ['стол.png', 1_000, 'ok'],
    ['СТОЛ.JPG', 50 * 1024 * 1024, 'ok'],
    ['стол.png', 50 * 1024 * 1024 + 1, 'file_too_large'],
    ['ролик.mp4', 500 * 1024 * 1024, 'ok'],
    ['ролик.mp4', 500 * 1024 * 1024 + 1, 'file_too_large'],
    ['лого.svg', 1_000, 'svg_not_allowed'],
    ['setup.exe', 1_000, 'file_type_not_allowed'],
    ['без расширения', 1_000, 'file_type_not_allowed'],
    ['пусто.png', 0, 'file_empty'],
  ])('takes %s of %d bytes: %s', (name, bytes, code) => {
    expect(codeOf(checkUpload(name, bytes))).toBe(code);
  });

  it.each([
    ['стол.png', 'image/png', 'ok'],
    ['стол.png', 'application/x-msdownload', 'file_not_what_it_says'],
    ['стол.png', 'image/jpeg', 'file_not_what_it_says'],
    ['стол.png', null, 'file_not_what_it_says'],
  ])('holds %s to its word when its bytes say %s: %s', (name, detected, code) => {
    expect(codeOf(checkContents(name, detected))).toBe(code);
  });
});
