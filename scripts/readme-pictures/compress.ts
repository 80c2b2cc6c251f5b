// Makes the pictures small: few colors, and of an animation only what changes.
import { spawnSync } from 'node:child_process'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ROOT } from '../markdown'

/** @param image a PNG */
export function savePicture(image: Buffer, path: string): void {
  convert(
    ['-', '-strip', '-dither', 'None', '-colors', '128', '-define', 'png:compression-level=9', `PNG8:${path}`],
    image,
  )
  report(path)
}

export interface AnimationFrame {
  /** A PNG. */
  readonly image: Buffer
  readonly ms: number
}

/** @param folder for the frames */
export function saveAnimation(frames: readonly AnimationFrame[], path: string, folder: string): void {
  mkdirSync(folder, { recursive: true })
  const parts = frames.flatMap(({ image, ms }, at) => {
    const file = join(folder, `${at}.png`)
    writeFileSync(file, image)
    // A GIF counts in hundredths of a second.
    return ['-delay', String(Math.round(ms / 10)), file]
  })
  convert(['-loop', '0', ...parts, '-strip', '-dither', 'None', '+map', '-layers', 'Optimize', path])
  report(path)
}

/** @throws Error if ImageMagick is missing or fails */
function convert(args: readonly string[], input?: Buffer): void {
  const { status, stderr, error } = spawnSync('convert', args, { input, maxBuffer: 100 * 1024 * 1024 })
  if (error) throw new Error(`ImageMagick's convert is needed: ${error.message}`)
  if (status !== 0) throw new Error(`convert: ${stderr}`)
}

function report(path: string): void {
  console.log(`${relative(ROOT, path)} ${Math.round(statSync(path).size / 1000)} kB`)
}
