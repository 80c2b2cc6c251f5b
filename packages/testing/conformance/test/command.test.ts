// The command as a user calls it, but in the process of the tests.
import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../src/command'
import { SUITES } from '../src/suites'
import { startStandIn } from './support/stand-in-server'

async function runInTest(...args: readonly string[]) {
  const printed = { out: '', err: '' }
  const code = await runCommand(args, {
    out: (text) => {
      printed.out += text
    },
    err: (text) => {
      printed.err += text
    },
  })
  return { code, ...printed }
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conformance-'))
})
async function writeCredentials(text: string): Promise<string> {
  const path = join(folder, 'credentials.json')
  await writeFile(path, text)
  return path
}

const SCENARIO = '@getMobile_000000_image'

describe('wrong usage exits with 2 and states the reason', () => {
  test.each([
    ['no subject', [], 'name exactly one subject'],
    ['two subjects', ['--platform', 'http://127.0.0.1:1', '--client', './x.js'], 'name exactly one subject'],
    ['an incomplete address', ['--platform', 'localhost'], '--platform must be an address'],
    ['an address of another protocol', ['--platform', 'ftp://127.0.0.1'], '--platform must be an address'],
    [
      'a control that is not an address',
      ['--platform', 'http://127.0.0.1:1', '--control', 'x'],
      '--control must be an',
    ],
    ['an unknown option', ['--everything'], 'unknown option'],
    ['an argument', ['platform'], 'too many arguments'],
    ['an unknown language', ['--lang', 'fr', '--list'], 'Allowed choices are zh, en'],
    [
      'an unknown scenario',
      ['--platform', 'http://127.0.0.1:1', '--only', '@nothing'],
      'there is no scenario @nothing',
    ],
    ['a relay without a server', ['--client', './x.js', '--relay', 'http://127.0.0.1:1'], 'works with --server only'],
    ['an inbox without a server', ['--client', './x.js', '--inbox', 'http://127.0.0.1:1'], 'works with --server only'],
    [
      'an inbox that is not an address',
      ['--server', 'http://127.0.0.1:1', '--inbox', 'x'],
      '--inbox must be an address',
    ],
    ['a missing file', ['--platform', 'http://127.0.0.1:1', '--credentials', '/nowhere'], 'cannot be read'],
  ])('%s', async (_, args, reason) => {
    const { code, out, err } = await runInTest(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(reason)
  })
})

test('a subject that does not answer exits with 2', async () => {
  const { origin, stop } = await startStandIn(() => ({}))
  await stop()
  expect(await runInTest('--platform', origin)).toMatchObject({
    code: 2,
    err: 'error: the platform does not answer: start it, or correct the address in --platform\n',
  })
})

test('a platform needs control or credentials', async () => {
  const { origin } = await startStandIn(() => ({ status: 404 }))
  expect(await runInTest('--platform', origin)).toMatchObject({
    code: 2,
    err: expect.stringContaining('pass --control'),
  })
})

describe('credentials', () => {
  const SECRET = 'c2VjcmV0IHNlY3JldCBzZWNyZXQ='

  test('that are incomplete or malformed are reported field by field, without values', async () => {
    const { origin } = await startStandIn(() => ({ status: 404 }))
    const file = await writeCredentials(
      JSON.stringify({ appId: 'x', appKey: SECRET, customerPrivateKey: SECRET, testPhone: 1 }),
    )
    const { code, err } = await runInTest('--platform', origin, '--credentials', file)
    expect(code).toBe(2)
    expect(err).toBe(
      'error: the credentials are incomplete or malformed: appId must be 6 to 20 digits; wxappid is missing; ' +
        'customerPrivateKey must be base64 of PKCS#8 DER, without PEM lines; platformPublicKey is missing; ' +
        'testPhone must be text\n',
    )
  })

  test('that are not JSON are refused without quoting them', async () => {
    const file = await writeCredentials(`{"customerPrivateKey": "${SECRET}"`)
    const { code, err } = await runInTest('--platform', 'http://127.0.0.1:1', '--credentials', file)
    expect({ code, err }).toEqual({ code: 2, err: 'error: the file of --credentials is not JSON\n' })
  })
})

test('--version prints the version of the package', async () => {
  expect(await runInTest('--version')).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})

test('--help exits with 0 and lists the exit codes', async () => {
  const { code, out } = await runInTest('--help')
  expect(code).toBe(0)
  expect(out.replace(/\s+/g, ' ')).toContain(
    '0 all passed, 1 some failed, 2 wrong usage, a subject that cannot be reached, a report that cannot be written, ' +
      'or an interrupted run.',
  )
})

test.each([
  ['en', "The SIM's number is verified"],
  ['zh', '本机号码校验通过'],
])('--list shows every scenario with its title in %s', async (language, title) => {
  const { code, out } = await runInTest('--list', '--lang', language)
  const scenarios = Object.values(SUITES).flatMap((suite) => suite.scenarios)
  expect(code).toBe(0)
  expect(out.trim().split('\n')).toHaveLength(scenarios.length)
  expect(out).toContain(`platform @login_000_own_number [documented: protocol.md §5] ${title}\n`)
})

describe('a run', () => {
  /** A simulator that accepts every change, and a platform that answers images only. */
  const startStandInPlatform = (image: { status: number; type: string }) =>
    startStandIn(({ method, path }) => {
      if (path.startsWith('/NumberAbility/')) return image
      if (method === 'DELETE') return { status: 204 }
      const origin = 'http://127.0.0.1:1'
      if (path === '/_sim/handsets') return { body: JSON.stringify({ origin: `http://phone.localhost:1` }) }
      return {
        body: JSON.stringify({
          ...{ clock: { now: 0, offsetMs: 0 }, apps: [], origin, testLineOrigin: origin },
          ...{ httpsEditionTestLineOrigin: origin, ...VIEW },
        }),
      }
    })
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const VIEW = { platformPublicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') }

  test('that passes exits with 0 and prints only the summary', async () => {
    const { origin } = await startStandInPlatform({ status: 200, type: 'image/gif' })
    const result = await runInTest('--platform', origin, '--control', origin, '--only', SCENARIO)
    expect(result).toEqual({ code: 0, out: '1 passed, 0 failed\n', err: '' })
  })

  test('with --verbose prints the table before the summary', async () => {
    const { origin } = await startStandInPlatform({ status: 200, type: 'image/gif' })
    const { code, out } = await runInTest('--platform', origin, '--control', origin, '--only', SCENARIO, '--verbose')
    expect(code).toBe(0)
    expect(out).toContain(SCENARIO)
    expect(out.trim().split('\n').at(-1)).toBe('1 passed, 0 failed')
  })

  test('shows the running scenario in the status line, and clears it at the end', async () => {
    const { origin } = await startStandInPlatform({ status: 200, type: 'image/gif' })
    const shown: string[] = []
    const output = { out: () => {}, err: () => {}, setStatus: (text: string) => void shown.push(text) }
    await runCommand(['--platform', origin, '--control', origin, '--only', SCENARIO], output)
    expect(shown).toEqual([`1/1: ${SCENARIO}`, ''])
  })

  test('that is interrupted exits with 2, reports what has passed, and removes what it set up', async () => {
    const stopping = new AbortController()
    const { origin, requests } = await startStandInPlatform({ status: 200, type: 'image/gif' })
    const printed: string[] = []
    const print = (text: string) => void printed.push(text)
    const output = { out: print, err: print, setStatus: () => stopping.abort() }
    const tap = join(folder, 'interrupted.tap')
    const only = ['--only', SCENARIO, '@getMobile_000000_on_2g', '--tap', tap]
    const args = ['--platform', origin, '--control', origin, ...only]
    expect(await runCommand(args, output, { stop: stopping.signal })).toBe(2)
    expect(printed).toEqual([
      expect.stringContaining('1 passed, 0 failed'),
      'error: interrupted after 1 of 2 scenarios\n',
    ])
    expect(await readFile(tap, 'utf8')).toContain('ok 1 - @')
    const deleted = requests.filter(({ method }) => method === 'DELETE').map(({ path }) => path.split('/')[2])
    expect(deleted).toEqual(['apps', 'handsets'])
  })

  test('that fails exits with 1, prints the failure, and writes TAP and JUnit', async () => {
    const { origin } = await startStandInPlatform({ status: 200, type: 'text/html' })
    const [tap, junit] = [join(folder, 'out.tap'), join(folder, 'out.xml')]
    const files = ['--tap', tap, '--junit', junit]
    const { code, out } = await runInTest('--platform', origin, '--control', origin, '--only', SCENARIO, ...files)
    expect(code).toBe(1)
    expect(out).toMatch(/^FAILED @getMobile_000000_image\n(?: {2}.+\n)+0 passed, 1 failed\n$/)
    expect(await readFile(tap, 'utf8')).toContain(`not ok 1 - ${SCENARIO}`)
    expect(await readFile(junit, 'utf8')).toContain('<failure message=')
  })

  test('whose report cannot be written prints its results first, and names the option', async () => {
    const { origin } = await startStandInPlatform({ status: 200, type: 'image/gif' })
    const files = ['--tap', join(folder, 'nowhere', 'out.tap')]
    const { code, out, err } = await runInTest('--platform', origin, '--control', origin, '--only', SCENARIO, ...files)
    expect(code).toBe(2)
    expect(out).toContain('1 passed, 0 failed\n')
    expect(err).toBe('error: the file of --tap cannot be written (ENOENT)\n')
  })

  test('sends its token to the admin API only', async () => {
    const { origin, requests } = await startStandInPlatform({ status: 200, type: 'image/gif' })
    const control = ['--control', origin, '--control-token', 'letmein']
    const { out, err } = await runInTest('--platform', origin, ...control, '--only', SCENARIO)
    expect(out + err).not.toContain('letmein')
    for (const { path, headers } of requests) {
      expect(headers.authorization).toBe(path.startsWith('/_sim/') ? 'Bearer letmein' : undefined)
    }
  })
})
