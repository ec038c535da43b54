/** What a film or sound is by its first bytes; its tracks decide in the end. Null for everything else. */
export function sniffFilm(head: Buffer): 'video' | 'audio' | null {
  const text = head.toString('latin1', 0, 16);
  if (text.slice(4, 8) === 'ftyp') {
    // Pictures come in the same kind of box.
    if (/^(hei[cfmsx]|hev[cmsx]|mif1|msf1|avi[fs])/.test(text.slice(8))) return null;
    return text.startsWith('M4A', 8) ? 'audio' : 'video';
  }
  // QuickTime files of old begin with another box.
  if (/^(moov|mdat|wide|free|skip)$/.test(text.slice(4, 8))) return 'video';
  if (head.subarray(0, 4).equals(Buffer.from([0x1a, 0x45, 0xdf, 0xa3]))) return 'video';
  if (text.startsWith('OggS') || text.startsWith('fLaC') || text.startsWith('ID3')) return 'audio';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WAVE') return 'audio';
  // The sync word of an MP3 frame: version and layer are none of the reserved ones.
  const [first = 0, second = 0] = head;
  return first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x18) !== 0x08 && (second & 0x06) === 0x02 ? 'audio' : null;
}
