import { aWave } from '../api/posts/film-files.js';
import { expect, test } from './support/journey.js';
import { composer, post } from './support/screen.js';

/** Has the browser record a film of itself: two colours, a good second long. */
const RECORD = async () => {
  const canvas = document.createElement('canvas');
  canvas.width = 320;
  canvas.height = 180;
  const pen = canvas.getContext('2d');
  const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: 'video/webm' });
  const parts: Blob[] = [];
  recorder.ondataavailable = (event) => parts.push(event.data);
  const done = new Promise((resolve) => (recorder.onstop = resolve));
  recorder.start();
  for (let n = 0; n < 80; n++) {
    if (pen) pen.fillStyle = n % 20 < 10 ? '#a33' : '#3a3';
    pen?.fillRect(0, 0, 320, 180);
    await new Promise(requestAnimationFrame);
  }
  recorder.stop();
  await done;
  return [...new Uint8Array(await new Blob(parts).arrayBuffer())];
};

test('a film goes with a poster that the browser drew, alone, and plays where it stands', async ({ person, browse }) => {
  const ann = await person('Ann', { undoSeconds: 0 });
  const page = await browse(ann, '/home');
  const buffer = Buffer.from(await page.evaluate(RECORD));
  const film = { name: 'swap.webm', mimeType: 'video/webm', buffer };
  const picker = page.locator('input[type=file]');
  await picker.setInputFiles([film]);
  await page.getByRole('textbox', { name: 'Describe image 1' }).fill('Green turns red');
  await picker.setInputFiles([{ name: 'silence.wav', mimeType: 'audio/wav', buffer: aWave(1) }]);
  await expect(page.getByRole('status').getByText('A video or a sound goes alone on a post.')).toBeVisible();
  await composer(page).fill('Look at this');
  await page.getByRole('button', { name: 'Post', exact: true }).click();
  await expect(post(page, 'Look at this').locator('video')).toBeVisible();

  const reader = await browse(await person('Ben'), `/@${ann.handle}`);
  const video = post(reader, 'Look at this').locator('video');
  await expect(video).toHaveAttribute('aria-label', 'Green turns red');
  await expect(video).toHaveAttribute('poster', /-small\.webp$/);
  await expect(video).toHaveAttribute('width', '320');
  expect(await video.evaluate((element: HTMLVideoElement) => element.autoplay)).toBe(false);
  await video.evaluate((element: HTMLVideoElement) => {
    element.muted = true;
    return element.play();
  });
  await expect.poll(() => video.evaluate((element: HTMLVideoElement) => element.currentTime)).toBeGreaterThan(0);
});
