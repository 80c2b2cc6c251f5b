// The guide describes the command as it is.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../src/command'

const ROOT = join(__dirname, '../../../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

let help = ''
beforeAll(async () => {
  const out = (text: string) => {
    help += text
  }
  await runCommand(['--help'], { out, err: out })
})

describe.each(['zh', 'en'])('the guide in %s', (language) => {
  const guide = read(`docs/${language}/conformance.md`)

  test('lists exactly the options of the command', () => {
    const flags = [...help.matchAll(/^ {2}(--.+?)(?: {2}|$)/gm)].map(([, flag]) => flag)
    expect(flags).toContain('--control-token <token>')
    expect([...guide.matchAll(/^\| `(--.+?)`/gm)].map(([, flag]) => flag)).toEqual(flags)
  })

  test('shows the adapter of our client SDK', () => {
    const adapter = read('packages/testing/conformance/examples/our-jssdk.mjs')
    const [, code = ''] = /```js\n([\s\S]+?)```/.exec(guide) ?? []
    expect(code).not.toBe('')
    expect(adapter).toContain(code)
  })
})
