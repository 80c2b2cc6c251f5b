// What a client package must not contain: the appKey signs in the HTTPS edition, on the business server alone.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEMO_APP } from '@local-number/simulator'
import { expect, test } from '@playwright/test'

const BUILDS = fileURLToPath(new URL('../../../apps/demo/dist', import.meta.url))

for (const build of ['h5', 'weapp']) {
  test(`the demo's ${build} build contains neither an appKey nor its name`, () => {
    const files = readdirSync(join(BUILDS, build), { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    )
    expect(files.length).toBeGreaterThan(5)
    for (const { parentPath, name } of files) {
      const text = readFileSync(join(parentPath, name), 'latin1')
      expect([name, text.includes(DEMO_APP.appKey), /\bappKey\b/.test(text)]).toEqual([name, false, false])
    }
  })
}
