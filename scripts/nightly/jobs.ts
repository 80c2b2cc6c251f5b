// The nightly jobs: what each is for and what it runs, one command after the other.
import { succeeds } from '../gate/services'

export interface Job {
  readonly purpose: string
  readonly commands: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** A program without which the job is unavailable. */
  readonly needs?: string
}

const SOURCE = 'node --conditions=@local-number/source --import tsx'
const BUILD = 'npx turbo run build --output-logs=errors-only'
// Over the builds: what tsx compiles calls a helper of its own, which the page of a mini-program lacks.
const FRESH_APPS = 'node --import tsx scripts/nightly/fresh-apps.ts'
const SERVICES = 'npx jest --config jest.services.cjs'
const PLAYWRIGHT = 'npx playwright test --config e2e/playwright.config.ts'

export const JOBS: Readonly<Record<string, Job>> = {
  'properties-page': {
    purpose: 'every property of protocol, SDK, login and component 5,000 times',
    commands: [BUILD, 'npx jest packages/protocol packages/jssdk packages/login packages/taro'],
    env: { FC_NUM_RUNS: '5000' },
  },
  'properties-server': {
    purpose: 'every property of keys, server and backend 5,000 times',
    commands: [BUILD, 'npx jest packages/rsa packages/service-kit packages/server apps'],
    env: { FC_NUM_RUNS: '5000' },
  },
  'properties-testing': {
    purpose: 'every property of simulator, conformance suite, runtime and scripts 5,000 times',
    commands: [BUILD, 'npx jest packages/testing scripts'],
    env: { FC_NUM_RUNS: '5000' },
  },
  tooling: {
    purpose: 'the tests of simulator, conformance suite, runtime and scripts that are too slow for the gate',
    commands: [BUILD, 'npx jest'],
    env: { NIGHTLY: 'yes' },
  },
  browser: {
    purpose: 'the browser tests five times over, without a retry',
    commands: [`${BUILD} build:weapp build:taro-apps`, `${PLAYWRIGHT} --repeat-each 5`],
  },
  'browser-slow': {
    purpose: 'the browser tests that are too slow for the gate',
    commands: [
      `${BUILD} build:weapp build:taro-apps build:taro-apps:nightly`,
      `${PLAYWRIGHT} accessibility --project console`,
      `NIGHTLY=yes ${PLAYWRIGHT}`,
    ],
    env: { CONSOLE_LOOKS: 'all' },
  },
  conformance: {
    purpose: 'every broken variant through every scenario',
    commands: [
      BUILD,
      'npx jest --testTimeout 600000 packages/testing/conformance',
      'NIGHTLY=yes npx jest --testTimeout 600000 packages/testing/conformance',
    ],
    env: { CONFORMANCE_VARIANTS: 'all' },
  },
  fuzz: {
    purpose: '20,000 inputs at the business server, over SQLite and over Redis',
    commands: [
      `${BUILD} --filter=@local-number/backend`,
      'npx jest apps/backend/test/fuzz',
      `${SERVICES} apps/backend/test/fuzz`,
    ],
    env: { FUZZ_INPUTS: '20000' },
  },
  kills: {
    purpose: '500 kills of business servers under load, half over SQLite and half over Redis',
    commands: [`${BUILD} --filter=@local-number/backend`, `${SERVICES} apps/backend/test/kills`],
    env: { KILLS: '250' },
  },
  'fuzz-simulator': {
    purpose: '100,000 inputs at each port of the simulator',
    commands: ['npx jest --testTimeout 480000 packages/testing/simulator/test/fuzz'],
    env: { FUZZ_INPUTS: '100000' },
  },
  platforms: {
    purpose: 'the component for ByteDance, Baidu, QQ and JD mini-programs',
    commands: [
      'npx turbo run build:taro-apps:nightly --concurrency=2 --output-logs=errors-only',
      `${SOURCE} scripts/check-platforms.ts tt swan qq jd`,
    ],
  },
  packed: {
    purpose: 'what `npm run pack` makes, installed with npm, pnpm and yarn 1 into fresh apps, which log in',
    commands: [`${BUILD} --filter=@local-number/stack --filter=@local-number/taro`, `${FRESH_APPS} packed`],
  },
  published: {
    purpose: 'all packages from a local registry, installed with npm, pnpm and yarn 1 into fresh apps, which log in',
    commands: ['npx turbo run build build:types --output-logs=errors-only', `${FRESH_APPS} published`],
  },
  'taro-3': {
    purpose: 'fresh apps of Taro 3.6: both design widths, H5 and WeChat, dialogs of UI libraries; each logs in',
    commands: [`${BUILD} --filter=@local-number/stack --filter=@local-number/taro`, `${FRESH_APPS} taro-3`],
  },
  'taro-4': {
    purpose: 'the same of Taro 4, with webpack and vite',
    commands: [`${BUILD} --filter=@local-number/stack --filter=@local-number/taro`, `${FRESH_APPS} taro-4`],
  },
  types: {
    purpose: 'the diagnostics of TypeScript 5.9, which must equal those of the native compiler',
    commands: ['node scripts/nightly/compare-types.mjs'],
  },
  pictures: {
    purpose: 'the pictures of the docs, made anew and compared with those that are kept',
    commands: ['npm run pictures -- --compare'],
  },
  soak: { purpose: '5,000 logins: duration and memory', commands: [`${SOURCE} --expose-gc scripts/soak.ts`] },
  memory: {
    purpose: 'the simulator’s memory over 50,000 logins',
    commands: [`${SOURCE} --expose-gc bench/simulator-memory.ts`],
  },
  rsa: { purpose: 'the RSA engines, as ratios to raw RSA', commands: [`${SOURCE} bench/rsa.ts`] },
  decryption: {
    purpose: 'the simulator’s decryption, as a ratio to raw RSA',
    commands: [`${SOURCE} bench/simulator-decrypt.ts`],
  },
  connections: {
    purpose: 'a connection per verify call, as a ratio to one that is kept',
    commands: [`${SOURCE} bench/verify-connection.ts`],
  },
  jdk: {
    purpose: 'the guide’s check of tickets in Java, run by a plain JDK',
    commands: [`${SOURCE} scripts/nightly/jdk.ts`],
    needs: 'java',
  },
  bench: {
    purpose: 'the business server, as ratios to bare apps, and its heap over 1,000,000 signs',
    commands: ['npm run bench -- --signs 1000000'],
  },
  dockerfile: {
    purpose: 'the steps of the simulator’s Dockerfile',
    commands: ['node scripts/nightly/dockerfile-steps.mjs'],
  },
}

/** @returns the named jobs, or all when none is named. Throws on an unknown name. */
export function selectJobs(names: readonly string[]): readonly string[] {
  const unknown = names.filter((name) => !Object.hasOwn(JOBS, name))
  if (unknown.length > 0) {
    throw new Error(`unknown job ${unknown.join(', ')}: expected one of ${Object.keys(JOBS).join(', ')}`)
  }
  return names.length > 0 ? names : Object.keys(JOBS)
}

/** What a job needs and this machine lacks; `undefined` if it can run. */
export function findMissingProgram({ needs }: Job, isInstalled = isOnPath): string | undefined {
  return needs !== undefined && !isInstalled(needs) ? needs : undefined
}

function isOnPath(program: string): boolean {
  return succeeds(`command -v ${program}`)
}
