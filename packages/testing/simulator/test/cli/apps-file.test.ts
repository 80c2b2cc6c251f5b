// Files of apps: accepted formats, and how mistakes are reported.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { readAppsFile } from '../../src/cli/apps-file'
import { appsSchema } from '../../src/cli/apps-schema'
import { CUSTOMER_PRIVATE_KEY, CUSTOMER_PUBLIC_KEY } from '../support/customer'

const folder = mkdtempSync(join(tmpdir(), 'local-number-apps-'))
afterAll(() => rmSync(folder, { recursive: true }))

function writeAppsFile(text: string, name = 'apps.yaml'): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

/** The reported problems, without the first line, which names the file. */
async function findProblems(text: string): Promise<readonly string[]> {
  const path = writeAppsFile(text)
  const error = await readAppsFile(path).catch((thrown) => thrown)
  expect(error).toMatchObject({ code: 'appsFileInvalid', message: expect.stringContaining(`${path} is not usable:\n`) })
  return error.message.split('\n').slice(1)
}

const EVERYTHING = {
  appId: '300011877496',
  appKey: 'another-app-key',
  wxappids: ['wx10a00cf000000000', 'wx10a00cf000000001'],
  devTools: true,
  scenarios: ['h5'],
  lines: ['production'],
  customerPublicKeys: [CUSTOMER_PUBLIC_KEY],
  signature: { algorithm: 'SHA256withRSA', encoding: 'hex' },
  platformKeys: { privateKey: CUSTOMER_PRIVATE_KEY },
  dailyLimit: 3,
  ipWhiteList: ['127.0.0.1', '::1'],
  capability: false,
  contract: 'unbound',
  balance: 0,
  effectiveAt: 1_780_272_000_000,
  expiresAt: null,
  codes: 'family',
}

test('a YAML file is read', async () => {
  const text = `
# the shop and its H5 sister
- appId: '300011877495'
  appKey: A0B1C2D3E4F5A6B7C8D9E0F1A2B3C4D5
  wxappids: [wx10a00cf000000000]
- appId: '300011877496'
  appKey: another
  balance: 2
`
  expect(await readAppsFile(writeAppsFile(text))).toEqual([
    { appId: '300011877495', appKey: 'A0B1C2D3E4F5A6B7C8D9E0F1A2B3C4D5', wxappids: ['wx10a00cf000000000'] },
    { appId: '300011877496', appKey: 'another', balance: 2 },
  ])
})

test.each([undefined, 2, '\t'])('a JSON file with every field, indented by %j, is read', async (indent) => {
  const text = JSON.stringify([EVERYTHING], null, indent)
  expect(await readAppsFile(writeAppsFile(text, 'apps.json'))).toEqual([EVERYTHING])
})

test('every wrong value is reported with its path', async () => {
  const problems = await findProblems(
    JSON.stringify([
      {
        appId: 300011877495,
        appKey: '',
        wxappids: ['mine'],
        devTools: 'yes',
        scenarios: ['web'],
        lines: 'production',
        customerPublicKeys: [CUSTOMER_PUBLIC_KEY, '-----BEGIN PUBLIC KEY-----'],
        signature: { algorithm: 'none', encoding: 'hex', key: 'x' },
        platformKeys: { bits: 512 },
        dailyLimit: -1,
        ipWhiteList: ['everyone'],
        contract: 'active',
        balance: 1.5,
        effectiveAt: '2026-01-01',
        codes: null,
      },
      { appId: 'demo' },
    ]),
  )
  expect(problems).toEqual([
    '  [0].appId must be text; in YAML, digits need quotes',
    '  [0].appKey must be 1 to 512 printable characters without spaces and single quotes',
    '  [0].wxappids[0] must be wx, then letters and digits',
    '  [0].devTools must be true or false',
    '  [0].scenarios[0] must be one of miniProgram, h5',
    '  [0].lines must be a list',
    '  [0].customerPublicKeys[1] is not an RSA key: give the base64 of its DER, without PEM lines',
    '  [0].signature.algorithm must be one of MD5withRSA, SHA1withRSA, SHA256withRSA',
    '  [0].signature.key is an unknown field: the fields are algorithm, encoding',
    '  [0].platformKeys.bits must be 1024 or 2048',
    '  [0].dailyLimit must not be negative',
    '  [0].ipWhiteList[0] must be an IP address',
    '  [0].contract must be one of bound, unbound',
    '  [0].balance must be a whole number',
    '  [0].effectiveAt must be a whole number',
    '  [0].codes must be one of document, family',
    '  [1].appId must be 6 to 20 digits',
    '  [1].appKey is missing',
  ])
})

test('an unknown field is refused with a list of the known ones', async () => {
  expect(await findProblems("- { appId: '300011877495', appKey: k, wxappId: wx1 }")).toEqual([
    expect.stringMatching(/^ {2}\[0\]\.wxappId is an unknown field: the fields are appId, appKey, wxappids, /),
  ])
})

test('YAML with a byte order mark and merge keys is read', async () => {
  const text = "\uFEFF- &first\n  appId: '300011877495'\n  appKey: k\n- <<: *first\n  appId: '300011877496'\n"
  expect(await readAppsFile(writeAppsFile(text))).toEqual([
    { appId: '300011877495', appKey: 'k' },
    { appId: '300011877496', appKey: 'k' },
  ])
})

test('two apps with the same appId are refused', async () => {
  const app = "{ appId: '300011877495', appKey: k }"
  expect(await findProblems(`[${app}, ${app}]`)).toEqual(['  [1].appId is the appId of an app above'])
})

test.each([
  ['', '  the file must be a list of apps'],
  ['appId: 1', '  the file must be a list of apps'],
  ['[]', '  the file must hold at least one app'],
  ['- 1', '  [0] must be an object with the fields appId, appKey, '],
])('the file %j is refused: it is not a list of apps', async (text, problem) => {
  expect((await findProblems(text))[0]).toMatch(problem)
})

describe('a file that is not YAML or JSON', () => {
  const SECRET = 'A0B1C2D3E4F5A6B7C8D9E0F1A2B3C4D5'
  const bomb = `[${Array.from({ length: 9 }, (_, i) => (i ? `&a${i} [${`*a${i - 1},`.repeat(9)}]` : '&a0 [x]')).join(', ')}]`

  test.each([
    [`- appKey: "${SECRET}`, /^ {2}line 1, column \d+: not valid YAML or JSON \(\w+\)$/],
    [`[{"appKey": "${SECRET}",,}`, /^ {2}line 1, column \d+: not valid YAML or JSON/],
    [`- appKey: ${SECRET}\n  appKey: ${SECRET}`, /^ {2}line 2, column 3: not valid YAML or JSON \(DUPLICATE_KEY\)$/],
    [bomb, /aliases/],
  ])('malformed file %# is reported with line and column and without its text', async (text, problem) => {
    const problems = await findProblems(text)
    expect(problems[0]).toMatch(problem)
    expect(problems.join()).not.toContain(SECRET)
  })

  test('a missing file is reported with the flag --apps', async () => {
    await expect(readAppsFile(join(folder, 'none.yaml'))).rejects.toMatchObject({
      code: 'appsFileUnreadable',
      message: expect.stringMatching(/none\.yaml cannot be read \(ENOENT\): give --apps /),
    })
  })
})

test('apps.schema.json matches the schema in the code', () => {
  const kept = JSON.parse(readFileSync(join(__dirname, '../../src/cli/apps.schema.json'), 'utf8'))
  expect(kept).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(appsSchema, { io: 'input' }))))
})
