import { describe, expect, it } from '@jest/globals';
import { loggedPath } from './request-log';

describe('loggedPath', () => {
  it.each([
    ['/g/wX3-secret_token', '/g/…'],
    ['/g/wX3-secret_token/more?pin=1234', '/g/…'],
    ['/invite/another-secret', '/invite/…'],
    ['/api/calendar/plc_secret.ics', '/api/calendar/…'],
    ['/files/0198/preview?expires=1&signature=abc', '/files/0198/preview'],
    ['/tasks?client=0198', '/tasks'],
    ['/', '/'],
  ])('%s stands in the log as %s', (url, path) => {
    expect(loggedPath(url)).toBe(path);
  });
});
