// `npm run pictures:readme`: makes the pictures of the READMEs from the demo's H5 build: four steps of a login on phones,
// light and dark, and a whole login as an animation, in both languages. Needs ImageMagick and the builds.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ANY_PORTS, startStack } from '@local-number/stack'
import { chromium } from '@playwright/test'
import { findChromium } from '../e2e/chromium'
import { ROOT } from './markdown'
import { saveAnimation, savePicture } from './readme-pictures/compress'
import { drawPhones, GROUNDS, type Theme } from './readme-pictures/phones'
import { LANGUAGES, type Language, openDemo } from './readme-pictures/screens'
import { walkAnimated, walkSteps } from './readme-pictures/walks'

const DESTINATION = join(ROOT, 'docs/images/readme')

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'local-number-readme-'))
  const env = { ...ANY_PORTS, DATA_DIR: join(folder, 'data') }
  const stack = await startStack({ demoFolder: join(ROOT, 'apps/demo/dist/h5'), env })
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  })
  mkdirSync(DESTINATION, { recursive: true })
  const picture = (name: string, language: Language) => join(DESTINATION, `${name}.${language}`)
  const openScreen = (language: Language, theme: Theme) =>
    openDemo(browser, { address: stack.demo?.url ?? '', language, theme })
  try {
    for (const language of Object.keys(LANGUAGES) as Language[]) {
      for (const theme of Object.keys(GROUNDS) as Theme[]) {
        const screens = await walkSteps(() => openScreen(language, theme))
        const image = await drawPhones(browser, screens, { theme, width: 300, scale: 2 })
        savePicture(image, `${picture(`login-${theme}`, language)}.png`)
      }
      const frames = await walkAnimated(await openScreen(language, 'light'))
      const drawn: { image: Buffer; ms: number }[] = []
      for (const { ms, ...screen } of frames) {
        drawn.push({ ms, image: await drawPhones(browser, [screen], { theme: 'light', width: 300, scale: 1 }) })
      }
      saveAnimation(drawn, `${picture('login', language)}.gif`, join(folder, language))
    }
  } finally {
    await browser.close()
    await stack.stop()
    rmSync(folder, { recursive: true })
  }
}

main().catch((error: Error) => {
  console.error(error)
  process.exitCode = 1
})
