import { randomBytes } from 'node:crypto'
import fs, { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { mergeWithFiles, type Variables } from '../src'

const folder = mkdtempSync(join(tmpdir(), 'file-variables-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const read = (...layers: Variables[]) => mergeWithFiles(layers, ['KEY', 'SECRET'])

describe('a variable that names a file', () => {
  test.each([
    ['as it is', 'text', 'text'],
    ['without its trailing line end', 'text\n', 'text'],
    ['without a line end of Windows', 'text\r\n', 'text'],
    ['without a byte order mark', '\ufefftext', 'text'],
    ['with its inner line ends', 'one\ntwo\n', 'one\ntwo'],
    ['with tabs and line ends of Windows and of mainframes', 'a\tb\r\nc\u0085d', 'a\tb\r\nc\u0085d'],
    ['as UTF-8', '密钥', '密钥'],
  ])('gives the content %s', (_how, content, value) => {
    const path = write('secret', content)
    expect(read({ KEY_FILE: path, OTHER: 'x' })).toEqual({
      env: { KEY: value, OTHER: 'x' },
      problems: [],
      origins: new Map([['KEY', 'KEY_FILE']]),
    })
  })

  test('may lead there through links, as Kubernetes mounts secrets', () => {
    mkdirSync(join(folder, '..data'))
    write('..data/key', 'text')
    symlinkSync(join(folder, '..data/key'), join(folder, 'key'))
    expect(read({ KEY_FILE: ` ${join(folder, 'key')}\n` }).env).toEqual({ KEY: 'text' })
  })

  test('wins over the value of a lower layer, and loses against the value of a higher one', () => {
    const path = write('layer', 'file')
    expect(read({ KEY_FILE: path }, { KEY: 'default' }).env).toEqual({ KEY: 'file' })
    expect(read({ KEY: 'set' }, { KEY_FILE: '/nowhere' })).toMatchObject({ env: { KEY: 'set' }, problems: [] })
  })

  test('counts as not set when it is empty', () => {
    expect(read({ KEY_FILE: ' ', KEY: 'set' })).toMatchObject({ env: { KEY: 'set' }, problems: [] })
  })

  test('is read for the variables that allow it alone', () => {
    expect(read({ HOST_FILE: '/etc/hostname' }).env).toEqual({ HOST_FILE: '/etc/hostname' })
  })
})

describe('a variable that names a file is a problem', () => {
  const findProblems = (variables: Variables) => {
    const { env, problems } = read(variables)
    expect(env).toEqual({})
    return problems.map((problem) => problem.join(' '))
  }

  test('beside the variable itself, and the problem names both', () => {
    expect(findProblems({ KEY: 'secret value', KEY_FILE: write('both', 'other') })).toEqual([
      'KEY and KEY_FILE are both set: remove one of them',
    ])
  })

  test('when the file is missing, with path and reason', () => {
    const path = join(folder, 'missing')
    expect(findProblems({ KEY_FILE: path, SECRET_FILE: '/run/secrets/login_secret' })).toEqual([
      `KEY_FILE names ${path}, which cannot be read (ENOENT): check the path, the mount and its permissions`,
      expect.stringContaining('SECRET_FILE names /run/secrets/login_secret, which cannot be read (ENOENT)'),
    ])
  })

  test('when the file may not be read, with path and reason', () => {
    const path = write('locked', 'secret value')
    // Root may read any file, so permissions cannot show it.
    const reading = jest.spyOn(fs, 'readFileSync').mockImplementation(() => {
      throw Object.assign(new Error('secret value'), { code: 'EACCES' })
    })
    expect(findProblems({ KEY_FILE: path })).toEqual([
      `KEY_FILE names ${path}, which cannot be read (EACCES): check the path, the mount and its permissions`,
    ])
    reading.mockRestore()
  })

  test.each([
    ['is a folder', () => folder, 'is not a file'],
    ['is a device that never ends', () => '/dev/zero', 'is not a file'],
    ['is empty', () => write('empty', '\n'), 'is empty'],
    ['is too large for a secret', () => write('large', 'x'.repeat(1_100_000)), 'has more than 1 MB'],
    [
      'is in UTF-16, as Windows writes it',
      () => write('utf16', Buffer.from('\ufeffkey', 'utf16le')),
      'is not UTF-8 text',
    ],
    [
      'is in UTF-16 without a byte order mark',
      () => write('utf16le', Buffer.from('a secret of 32 characters or more', 'utf16le')),
      'is not UTF-8 text',
    ],
    [
      'is in big-endian UTF-16 without a byte order mark',
      () => write('utf16be', Buffer.from('a secret of 32 characters', 'utf16le').swap16()),
      'is not UTF-8 text',
    ],
    ['holds a control character', () => write('control', 'secret\u0007 value'), 'is not UTF-8 text'],
    ['holds nothing but NUL', () => write('nul', '\0\0'), 'is not UTF-8 text'],
    ['is binary, such as a key in DER', () => write('der', Uint8Array.of(0x30, 0x82, 0x02, 0xff)), 'is not UTF-8 text'],
  ])('when the file %s', (_what, create, reason) => {
    const path = create()
    expect(findProblems({ KEY_FILE: path })).toEqual([
      expect.stringContaining(`KEY_FILE names ${path}, which ${reason}`),
    ])
  })

  test.each([
    ['a PEM', '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA==\n-----END PRIVATE KEY-----'],
    ['base64 that begins with a slash', '/aB3dE6gH9jK/mN2pQ5sT8vW1yZ4bC7eF0hI3kL6nO9='],
    ['a word', 'correct-horse-battery-staple'],
  ])('when it holds the secret itself, which is not repeated: %s', (_what, secret) => {
    const [problem, ...others] = findProblems({ SECRET_FILE: secret })
    expect(others).toEqual([])
    expect(problem).toMatch(/^SECRET_FILE must be the path of a file, and is none \(E[A-Z]+\): set SECRET/)
    expect(problem).not.toContain(secret.slice(3, 12))
  })

  test('when it holds any random secret, which is not repeated', () => {
    const secret = fc
      .constantFrom('base64', 'base64url', 'hex')
      .map((encoding) => randomBytes(32).toString(encoding as 'hex'))
    fc.assert(
      fc.property(secret, fc.constantFrom('', '/', '//'), (text, start) => {
        expect(findProblems({ SECRET_FILE: start + text }).join()).not.toContain(text.slice(0, 12))
      }),
    )
  })
})
