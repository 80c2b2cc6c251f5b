// The component in a subpackage, as the guide describes it: the main package stays as small as without it.
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packMiniProgram } from '@local-number/weapp-runtime'
import { startInPage } from '@local-number/weapp-runtime/playwright'
import { NIGHTLY } from '../../support/nightly'
import { expect, test } from '../../support/test'

const BUILD = fileURLToPath(new URL('../../taro-apps/dist/subpackage/weapp', import.meta.url))
/** In the component's script and in its style sheet. */
const OURS = /getMobile\.htm|\.lnl-/

function listFiles(): string[] {
  const paths = readdirSync(BUILD, { recursive: true, encoding: 'utf8' })
  return paths.filter((path) => statSync(join(BUILD, path)).isFile())
}

test('nothing of the component is in the main package', NIGHTLY, () => {
  const withOurs = listFiles().filter((path) => OURS.test(readFileSync(join(BUILD, path), 'utf8')))
  expect(withOurs).not.toEqual([])
  expect(withOurs.filter((path) => !path.startsWith('login/'))).toEqual([])
})

/** The runtime has no subpackages: their pages become the app's own, which WeChat also loads from their folder. */
function joinSubpackages(folder: string): string {
  cpSync(BUILD, folder, { recursive: true })
  const file = join(folder, 'app.json')
  const { subPackages, preloadRule: _, ...app } = JSON.parse(readFileSync(file, 'utf8'))
  const pages = subPackages.flatMap(({ root, pages }: { root: string; pages: string[] }) =>
    pages.map((path) => `${root}/${path}`),
  )
  writeFileSync(file, JSON.stringify({ ...app, pages: [...app.pages, ...pages] }))
  return folder
}

test('the login in the subpackage opens from a page of the main package', NIGHTLY, async ({ page }, testInfo) => {
  const phone = await startInPage(page, packMiniProgram(joinSubpackages(testInfo.outputPath('app'))))
  await page.locator('wx-button', { hasText: '登录' }).tap()
  await expect(page.locator('.lnl')).toBeVisible()
  expect(await phone.report()).toEqual({ missing: [], errors: [], warnings: [] })
})
