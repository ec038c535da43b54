import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  type OutputFormat,
  type Rotation,
  WebMOutputFormat,
} from 'mediabunny';

/** What somebody's phone writes into a file and nobody else should read. */
export const SECRET = 'Rue du Secret 12';

export interface FilmFields {
  width?: number;
  height?: number;
  frames?: number;
  framesPerSecond?: number;
  rotation?: Rotation;
  sound?: boolean;
  format?: OutputFormat;
}

/** A key frame of VP9 that says nothing: workshops copy packets, they do not look at the picture. */
const FRAME = Buffer.from('824983420000f0007600000000', 'hex');

/** A real container around packets that no player would enjoy. */
export async function aFilm(fields: FilmFields = {}): Promise<Buffer> {
  const { width = 320, height = 180, frames = 50, framesPerSecond = 25, rotation, sound = true } = fields;
  const target = new BufferTarget();
  const output = new Output({ format: fields.format ?? new Mp4OutputFormat(), target });
  output.setMetadataTags({ title: SECRET, comment: SECRET });
  const video = new EncodedVideoPacketSource('vp9');
  output.addVideoTrack(video, { name: SECRET, ...(rotation === undefined ? {} : { rotation }) });
  const audio = new EncodedAudioPacketSource('opus');
  if (sound) output.addAudioTrack(audio);
  await output.start();
  const config = { codec: 'vp09.00.10.08', codedWidth: width, codedHeight: height };
  for (let n = 0; n < frames; n++)
    await video.add(new EncodedPacket(FRAME, 'key', n / framesPerSecond, 1 / framesPerSecond), { decoderConfig: config });
  if (sound) {
    const heard = { codec: 'opus', sampleRate: 48_000, numberOfChannels: 2 };
    for (let n = 0; n < frames; n++)
      await audio.add(new EncodedPacket(Buffer.from('fcfffe', 'hex'), 'key', n * 0.02, 0.02), { decoderConfig: heard });
  }
  await output.finalize();
  if (!target.buffer) throw new Error('no film was made');
  return Buffer.from(target.buffer);
}

export function aWebm(fields: FilmFields = {}): Promise<Buffer> {
  return aFilm({ ...fields, format: new WebMOutputFormat() });
}

/** Two seconds of silence at 8 kHz, with a comment. */
export function aWave(seconds = 2): Buffer {
  const samples = Buffer.alloc(8000 * 2 * seconds);
  const comment = Buffer.from(`${SECRET}\0\0`, 'latin1');
  const text = comment.subarray(0, comment.length - (comment.length % 2));
  const info = Buffer.concat([Buffer.from('INFOICMT'), uint32(text.length), text]);
  const format = Buffer.from('0100010040 1f0000 803e0000 0200 1000'.replaceAll(' ', ''), 'hex');
  const chunks = Buffer.concat([chunk('fmt ', format), chunk('LIST', info), chunk('data', samples)]);
  return Buffer.concat([Buffer.from('RIFF'), uint32(chunks.length + 4), Buffer.from('WAVE'), chunks]);
}

/** Silence in frames of 26 ms, behind a tag with a title. */
export function anMp3(frames = 40): Buffer {
  const title = Buffer.concat([Buffer.from([0]), Buffer.from(SECRET, 'latin1')]);
  const frame = Buffer.concat([Buffer.from('TIT2'), uint32be(title.length), Buffer.from([0, 0]), title]);
  const tag = Buffer.concat([Buffer.from('ID3'), Buffer.from([3, 0, 0, 0, 0, 0, frame.length]), frame]);
  const silence = Buffer.concat([Buffer.from('fffb9064', 'hex'), Buffer.alloc(413)]);
  return Buffer.concat([tag, ...Array.from({ length: frames }, () => silence)]);
}

function chunk(name: string, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(name), uint32(content.length), content]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function uint32be(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
