// Installs a fresh app's packages with each package manager, in the version that people use.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createManifest, type TaroVersion } from './packages'

export type Manager = keyof typeof COMMANDS

/** Ours is added by one command, as the guide says. */
const COMMANDS = {
  npm: { install: ['npm', 'install'], add: ['npm', 'install'] },
  pnpm: { install: ['npx', '--yes', 'pnpm@10', 'install'], add: ['npx', '--yes', 'pnpm@10', 'add'] },
  yarn: { install: ['npx', '--yes', 'yarn@1.22.22', 'install'], add: ['npx', '--yes', 'yarn@1.22.22', 'add'] },
} as const

export const MANAGERS = Object.keys(COMMANDS) as Manager[]

export interface Install {
  readonly manager: Manager
  readonly taro: TaroVersion
  /** @default false */
  readonly dialogs?: boolean
  /** @default npm's own */
  readonly registry?: string
  /** What is added to the app: a package's name or a tarball. */
  readonly added: string
}

/** @throws Error with the output of the command that failed */
export function installApp(folder: string, { manager, taro, dialogs = false, registry, added }: Install): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify(createManifest(taro, { dialogs }), null, 2))
  // What Taro's own template and its documentation need: its optional React Native peers contradict each other, and
  // pnpm must hoist, because Taro imports packages that it does not name.
  const settings = [
    'legacy-peer-deps=true',
    'ignore-scripts=true',
    'shamefully-hoist=true',
    'strict-peer-dependencies=false',
  ]
  if (registry) settings.push(`registry=${registry}/`)
  writeFileSync(join(folder, '.npmrc'), `${settings.join('\n')}\n`)
  if (registry) writeFileSync(join(folder, '.yarnrc'), `registry "${registry}/"\n`)
  const { install, add } = COMMANDS[manager]
  run(folder, install)
  run(folder, [...add, added])
}

function run(cwd: string, [command = '', ...args]: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 100 * 1024 * 1024 })
  if (status !== 0) throw new Error(`${[command, ...args].join(' ')}:\n${stdout}\n${stderr}`)
}
