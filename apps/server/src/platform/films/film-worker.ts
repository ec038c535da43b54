/**
 * The workshop's child process: reads one film or sound that a stranger sent and writes it anew, without decoding it. It knows no
 * settings and no secrets; it ends itself when it takes too much memory or work, and its parent kills it when it hangs.
 */
import { LIMITS } from '@roost/contracts';
import {
  Conversion,
  FilePathSource,
  FilePathTarget,
  FLAC,
  FlacOutputFormat,
  Input,
  type InputAudioTrack,
  type InputFormat,
  type InputVideoTrack,
  MP3,
  Mp3OutputFormat,
  MP4,
  Mp4OutputFormat,
  OGG,
  OggOutputFormat,
  Output,
  type OutputFormat,
  QTFF,
  WAVE,
  WavOutputFormat,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny';
import { stat } from 'node:fs/promises';
import type { FilmAnswer, FilmFacts, FilmRefusal } from './film-recipe.js';

const MEMORY_BYTES = 512 * 1024 * 1024;
/** In processor time, so that a busy machine refuses no good film. Copying forty megabytes takes about one second. */
const WORK_MICROSECONDS = 30_000_000;
const LOOK_MS = 50;
const EXIT_TOO_MUCH = 70;
/** What browsers play. */
const VIDEO_CODECS = new Set<string | null>(['avc', 'hevc', 'vp8', 'vp9', 'av1']);
const AUDIO_CODECS = new Set<string | null>(['aac', 'mp3', 'opus', 'vorbis', 'flac']);
const SOUND_OF_WAVES = new Set<string | null>(['pcm-u8', 'pcm-s16', 'pcm-s24', 'pcm-s32', 'pcm-f32']);

interface Container {
  input: InputFormat;
  output: () => OutputFormat;
  video: FilmFacts['contentType'] | null;
  audio: FilmFacts['contentType'];
}

const mp4 = () => new Mp4OutputFormat({ fastStart: 'in-memory' });
const CONTAINERS: readonly Container[] = [
  { input: MP4, output: mp4, video: 'video/mp4', audio: 'audio/mp4' },
  { input: QTFF, output: mp4, video: 'video/mp4', audio: 'audio/mp4' },
  { input: WEBM, output: () => new WebMOutputFormat(), video: 'video/webm', audio: 'audio/webm' },
  { input: OGG, output: () => new OggOutputFormat(), video: null, audio: 'audio/ogg' },
  { input: MP3, output: () => new Mp3OutputFormat(), video: null, audio: 'audio/mpeg' },
  { input: WAVE, output: () => new WavOutputFormat(), video: null, audio: 'audio/wav' },
  { input: FLAC, output: () => new FlacOutputFormat(), video: null, audio: 'audio/flac' },
];

class Refused extends Error {
  constructor(readonly refusal: FilmRefusal) {
    super(refusal);
  }
}

setInterval(() => {
  const { user, system } = process.cpuUsage();
  if (user + system > WORK_MICROSECONDS || process.memoryUsage.rss() > MEMORY_BYTES) process.exit(EXIT_TOO_MUCH);
}, LOOK_MS);
process.on('disconnect', () => process.exit(0));

const [, , source = '', target = ''] = process.argv;
process.send?.(await make(), () => process.exit(0));

async function make(): Promise<FilmAnswer> {
  try {
    return { made: await remake() };
  } catch (error) {
    return { refused: error instanceof Refused ? error.refusal : 'damaged' };
  }
}

async function remake(): Promise<FilmFacts> {
  const input = new Input({ source: new FilePathSource(source), formats: CONTAINERS.map((container) => container.input) });
  if (!(await input.canRead())) throw new Refused('unknown_type');
  const format = await input.getFormat();
  const container = CONTAINERS.find((one) => one.input === format);
  if (!container) throw new Refused('unknown_type');
  const video = await input.getPrimaryVideoTrack();
  const audio = await input.getPrimaryAudioTrack();
  const facts = await factsOf(container, video, audio);
  const seconds = await input.computeDuration([video, audio].filter((track) => track !== null));
  if (!Number.isFinite(seconds) || seconds <= 0) throw new Refused('damaged');
  if (seconds > LIMITS.filmSeconds) throw new Refused('too_long');
  await copy(input, container, video, audio);
  const { size: bytes } = await stat(target);
  return { ...facts, seconds, bytes, bitrate: Math.round((bytes * 8) / seconds) };
}

async function factsOf(container: Container, video: InputVideoTrack | null, audio: InputAudioTrack | null) {
  if (audio && !(AUDIO_CODECS.has(audio.codec) || (container.input === WAVE && SOUND_OF_WAVES.has(audio.codec))))
    throw new Refused('unknown_codec');
  if (!video) {
    if (!audio) throw new Refused('damaged');
    return { type: 'audio', contentType: container.audio, width: null, height: null, frameRate: null } as const;
  }
  if (!container.video || !VIDEO_CODECS.has(video.codec)) throw new Refused('unknown_codec');
  const [width, height] = [await video.getDisplayWidth(), await video.getDisplayHeight()];
  if (!(width > 0 && height > 0)) throw new Refused('damaged');
  if (Math.max(width * height, video.codedWidth * video.codedHeight) > LIMITS.filmPixels) throw new Refused('too_many_pixels');
  const { bestGuessFrameRate } = await video.computeFrameRateMetrics();
  if (!(bestGuessFrameRate > 0)) throw new Refused('damaged');
  if (bestGuessFrameRate > LIMITS.filmFrameRate) throw new Refused('too_many_frames');
  return { type: 'video', contentType: container.video, width, height, frameRate: fraction(bestGuessFrameRate) } as const;
}

/** The first track of each kind, packet by packet; names, places, covers and whatever else the file carried stay behind. */
async function copy(
  input: Input,
  container: Container,
  video: InputVideoTrack | null,
  audio: InputAudioTrack | null,
): Promise<void> {
  // The names of tracks would be copied too, and devices write themselves there.
  for (const track of [video, audio]) if (track) Object.assign(track, { getName: () => Promise.resolve(null) });
  const output = new Output({ format: container.output(), target: new FilePathTarget(target) });
  const conversion = await Conversion.init({
    input,
    output,
    copy: { mode: 'forced' },
    video: (track) => ({ discard: track.id !== video?.id }),
    audio: (track) => ({ discard: track.id !== audio?.id }),
    tags: () => ({}),
    showWarnings: false,
  });
  const kept = conversion.utilizedTracks.length;
  if (!conversion.isValid || kept !== Number(video !== null) + Number(audio !== null)) throw new Refused('unknown_codec');
  await conversion.execute();
}

/** Whole rates, those of television (30000/1001), and the rest to a thousandth. */
function fraction(rate: number): string {
  if (Math.abs(rate - Math.round(rate)) < 0.005) return `${Math.round(rate)}/1`;
  const television = (rate * 1001) / 1000;
  if (Math.abs(television - Math.round(television)) < 0.005) return `${Math.round(television) * 1000}/1001`;
  return `${Math.round(rate * 1000)}/1000`;
}
