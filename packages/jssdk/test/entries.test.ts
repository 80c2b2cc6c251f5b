// The package as it is built for CommonJS: what one entry throws is of the class that another one exports.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type Options } from 'tsup'
import config from '../tsup.config'

let outDir: string
beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'jssdk-'))
  await build({
    ...(config as Options),
    config: false,
    silent: true,
    dts: false,
    format: 'cjs',
    entry: ['index', 'miniprogram', 'vendor', 'https'].map((name) => join(__dirname, `../src/${name}.ts`)),
    noExternal: [/./],
    outDir,
    outExtension: () => ({ js: '.cjs' }),
    esbuildOptions: (options) => {
      options.conditions = ['@local-number/source']
    },
  })
})
afterAll(() => rm(outDir, { recursive: true }))

test.each([
  ['miniprogram', 'createMiniProgramSdk'],
  ['vendor', 'createVendorDriver'],
  ['https', 'createHttpsMiniProgramSdk'],
])('an SdkError of the entry %s is one of the main entry', (name, create) => {
  const { SdkError, createAbortController } = jest.requireActual(join(outDir, 'index.cjs'))
  const sdk = jest.requireActual(join(outDir, `${name}.cjs`))[create]({ getSign: jest.fn(), getTokenInfo: jest.fn() })
  expect(() => sdk.createAttempt({ appId: 'none' }, createAbortController().signal)).toThrow(SdkError)
})
