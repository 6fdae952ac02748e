import { describe, expect, it } from 'vitest';
import { missingLibraryWords } from '../../../web/src/model/missing';

describe('a library that is not there', () => {
  const words = (name: string): string => missingLibraryWords(`ModuleNotFoundError: No module named '${name}'`);

  it('has a stand-in, by a line the learner is shown', () => {
    expect(words('aiohttp')).toContain('import loopscope.net');
    expect(words('httpx.client')).toContain('import httpx');
  });

  it('speaks with other machines', () => {
    expect(words('asyncpg')).toContain('no network');
  });

  it('is not part of Python', () => {
    expect(words('aiofiles')).toContain('open()');
    expect(words('numpy')).toContain('nothing can be installed');
  });

  it('is another error', () => {
    expect(missingLibraryWords("Loopscope has no module 'ssl': there is no network outside of the run")).toBe('');
    expect(missingLibraryWords('ValueError: x')).toBe('');
  });
});
