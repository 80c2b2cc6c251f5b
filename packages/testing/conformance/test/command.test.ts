// The command as a user calls it, but in this process.
import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '../src/command'
import { SUITES } from '../src/suites'
import { fakeServer } from './support/fake-server'

async function command(...args: readonly string[]) {
  const said = { out: '', err: '' }
  const code = await runCommand(args, {
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
  })
  return { code, ...said }
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conformance-'))
})
const fileWith = async (text: string) => {
  const path = join(folder, 'credentials.json')
  await writeFile(path, text)
  return path
}

const SCENARIO = '@getMobile_000000_image'

describe('wrong usage ends with 2 and says why', () => {
  test.each([
    ['no subject', [], 'name one subject'],
    ['two subjects', ['--platform', 'http://127.0.0.1:1', '--client', './x.js'], 'name one subject'],
    ['no address', ['--platform', 'localhost'], '--platform wants an address'],
    ['another kind of address', ['--platform', 'ftp://127.0.0.1'], '--platform wants an address'],
    ['a control that is none', ['--platform', 'http://127.0.0.1:1', '--control', 'x'], '--control wants an address'],
    ['an unknown option', ['--everything'], 'unknown option'],
    ['another word', ['platform'], 'too many arguments'],
    ['an unknown language', ['--lang', 'fr', '--list'], 'Allowed choices are zh, en'],
    [
      'an unknown scenario',
      ['--platform', 'http://127.0.0.1:1', '--only', '@nothing'],
      'no scenario is called @nothing',
    ],
    ['a relay of no server', ['--client', './x.js', '--relay', 'http://127.0.0.1:1'], '--relay is for a --server only'],
    ['no such file', ['--platform', 'http://127.0.0.1:1', '--credentials', '/nowhere'], 'cannot be read'],
  ])('%s', async (_, args, reason) => {
    const { code, out, err } = await command(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(reason)
  })
})

test('a subject that does not answer ends with 2', async () => {
  const { origin, stop } = await fakeServer(() => ({}))
  await stop()
  expect(await command('--platform', origin)).toMatchObject({
    code: 2,
    err: 'error: the platform does not answer: is --platform its address?\n',
  })
})

test('a platform wants control or credentials', async () => {
  const { origin } = await fakeServer(() => ({ status: 404 }))
  expect(await command('--platform', origin)).toMatchObject({ code: 2, err: expect.stringContaining('give --control') })
})

describe('credentials', () => {
  const SECRET = 'c2VjcmV0IHNlY3JldCBzZWNyZXQ='

  test('that are not complete are named field by field, and no value is shown', async () => {
    const { origin } = await fakeServer(() => ({ status: 404 }))
    const file = await fileWith(
      JSON.stringify({ appId: 'x', appKey: SECRET, customerPrivateKey: SECRET, testPhone: 1 }),
    )
    const { code, err } = await command('--platform', origin, '--credentials', file)
    expect(code).toBe(2)
    expect(err).toBe(
      'error: the credentials are not complete: appId must be 6 to 20 digits; wxappid is missing; ' +
        'customerPrivateKey must be base64 of PKCS#8 DER, without PEM lines; platformPublicKey is missing; ' +
        'testPhone must be text\n',
    )
  })

  test('that are no JSON are refused without being quoted', async () => {
    const file = await fileWith(`{"customerPrivateKey": "${SECRET}"`)
    const { code, err } = await command('--platform', 'http://127.0.0.1:1', '--credentials', file)
    expect({ code, err }).toEqual({ code: 2, err: 'error: the file of --credentials holds no JSON\n' })
  })
})

test('--version is the package’s', async () => {
  expect(await command('--version')).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})

test('--help ends with 0 and names the exit codes', async () => {
  const { code, out } = await command('--help')
  expect(code).toBe(0)
  expect(out.replace(/\s+/g, ' ')).toContain(
    '0 all passed, 1 some failed, 2 wrong usage, a subject that cannot be reached, a report that cannot be written, or an interrupted run.',
  )
})

test.each([
  ['en', "The phone's own number is verified"],
  ['zh', '本机号码校验通过'],
])('--list shows every scenario with its title in %s', async (language, title) => {
  const { code, out } = await command('--list', '--lang', language)
  const scenarios = Object.values(SUITES).flatMap((suite) => suite.scenarios)
  expect(code).toBe(0)
  expect(out.trim().split('\n')).toHaveLength(scenarios.length)
  expect(out).toContain(`platform @login_000_own_number [documented: protocol.md §5] ${title}\n`)
})

describe('a run', () => {
  /** A simulator that lets everything happen, and a platform that answers every image with a text. */
  const fakePlatform = (image: { status: number; type: string }) =>
    fakeServer(({ method, path }) => {
      if (path.startsWith('/NumberAbility/')) return image
      if (method === 'DELETE') return { status: 204 }
      const origin = 'http://127.0.0.1:1'
      if (path === '/_sim/handsets') return { body: JSON.stringify({ origin: `http://phone.localhost:1` }) }
      return {
        body: JSON.stringify({ clock: { now: 0, offsetMs: 0 }, apps: [], origin, testLineOrigin: origin, ...VIEW }),
      }
    })
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const VIEW = { platformPublicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') }

  test('that passes ends with 0 and prints the closing line alone', async () => {
    const { origin } = await fakePlatform({ status: 200, type: 'image/gif' })
    const result = await command('--platform', origin, '--control', origin, '--only', SCENARIO)
    expect(result).toEqual({ code: 0, out: '1 passed, 0 failed\n', err: '' })
  })

  test('with --verbose prints the table before the closing line', async () => {
    const { origin } = await fakePlatform({ status: 200, type: 'image/gif' })
    const { code, out } = await command('--platform', origin, '--control', origin, '--only', SCENARIO, '--verbose')
    expect(code).toBe(0)
    expect(out).toContain(SCENARIO)
    expect(out.trim().split('\n').at(-1)).toBe('1 passed, 0 failed')
  })

  test('shows which scenario runs in the status line, and clears it in the end', async () => {
    const { origin } = await fakePlatform({ status: 200, type: 'image/gif' })
    const shown: string[] = []
    const output = { out: () => {}, err: () => {}, setStatus: (text: string) => void shown.push(text) }
    await runCommand(['--platform', origin, '--control', origin, '--only', SCENARIO], output)
    expect(shown).toEqual([`1/1: ${SCENARIO}`, ''])
  })

  test('that is interrupted ends with 2, whatever has passed, and leaves nothing filed', async () => {
    const stopping = new AbortController()
    const { origin, asked } = await fakePlatform({ status: 200, type: 'image/gif' })
    const said: string[] = []
    const say = (text: string) => void said.push(text)
    const print = { out: say, err: say, setStatus: () => stopping.abort() }
    const tap = join(folder, 'interrupted.tap')
    const only = ['--only', SCENARIO, '@getMobile_000000_on_2g', '--tap', tap]
    const args = ['--platform', origin, '--control', origin, ...only]
    expect(await runCommand(args, print, { stop: stopping.signal })).toBe(2)
    expect(said).toEqual([expect.stringContaining('1 passed, 0 failed'), 'error: interrupted after 1 of 2 scenarios\n'])
    expect(await readFile(tap, 'utf8')).toContain('ok 1 - @')
    const deleted = asked.filter(({ method }) => method === 'DELETE').map(({ path }) => path.split('/')[2])
    expect(deleted).toEqual(['apps', 'handsets'])
  })

  test('that fails ends with 1, and writes TAP and JUnit when asked to', async () => {
    const { origin } = await fakePlatform({ status: 200, type: 'text/html' })
    const [tap, junit] = [join(folder, 'out.tap'), join(folder, 'out.xml')]
    const files = ['--tap', tap, '--junit', junit]
    const { code, out } = await command('--platform', origin, '--control', origin, '--only', SCENARIO, ...files)
    expect(code).toBe(1)
    expect(out).toMatch(/^FAILED @getMobile_000000_image\n(?: {2}.+\n)+0 passed, 1 failed\n$/)
    expect(await readFile(tap, 'utf8')).toContain(`not ok 1 - ${SCENARIO}`)
    expect(await readFile(junit, 'utf8')).toContain('<failure message=')
  })

  test('whose report cannot be written has said its results before, and names the file', async () => {
    const { origin } = await fakePlatform({ status: 200, type: 'image/gif' })
    const files = ['--tap', join(folder, 'nowhere', 'out.tap')]
    const { code, out, err } = await command('--platform', origin, '--control', origin, '--only', SCENARIO, ...files)
    expect(code).toBe(2)
    expect(out).toContain('1 passed, 0 failed\n')
    expect(err).toBe('error: the file of --tap cannot be written (ENOENT)\n')
  })

  test('shows its token to the simulator and to nobody else', async () => {
    const { origin, asked } = await fakePlatform({ status: 200, type: 'image/gif' })
    const control = ['--control', origin, '--control-token', 'letmein']
    const { out, err } = await command('--platform', origin, ...control, '--only', SCENARIO)
    expect(out + err).not.toContain('letmein')
    for (const { path, headers } of asked) {
      expect(headers.authorization).toBe(path.startsWith('/_sim/') ? 'Bearer letmein' : undefined)
    }
  })
})
