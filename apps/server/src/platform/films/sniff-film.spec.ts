import { describe, expect, it } from '@jest/globals';
import { sniffFilm } from './sniff-film.js';

describe('sniffFilm', () => {
  it.each([
    ['an MP4', '\0\0\0\x18ftypisom', 'video'],
    ['a MOV', '\0\0\0\x14ftypqt  ', 'video'],
    ['an old MOV', '\0\0\0\x08wide\0\0\0\0mdat', 'video'],
    ['an M4A', '\0\0\0\x18ftypM4A ', 'audio'],
    ['a WebM', '\x1a\x45\xdf\xa3', 'video'],
    ['an Ogg', 'OggS\0\x02', 'audio'],
    ['a FLAC', 'fLaC', 'audio'],
    ['a WAV', 'RIFF\0\0\0\0WAVE', 'audio'],
    ['an MP3 with a tag', 'ID3\x03', 'audio'],
    ['an MP3 without', '\xff\xfb\x90\x64', 'audio'],
  ])('knows %s by its bytes', (_, text, type) => {
    expect(sniffFilm(Buffer.from(text, 'latin1'))).toBe(type);
  });

  it.each([
    ['nothing', ''],
    ['HEIC', '\0\0\0\x18ftypheic'],
    ['AVIF', '\0\0\0\x18ftypavif'],
    ['WebP', 'RIFF\0\0\0\0WEBP'],
    ['a JPEG', '\xff\xd8\xff\xe0'],
    ['a playlist that would have others fetched', '#EXTM3U\n'],
    ['a page', '<!doctype html>'],
  ])('takes no %s', (_, text) => {
    expect(sniffFilm(Buffer.from(text, 'latin1'))).toBeNull();
  });
});
