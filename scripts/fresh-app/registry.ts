// A registry on this machine with our packages as they will be published; everything else comes from npm.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { readPublished } from '../packing/self-contained.mjs'

/** verdaccio 6.10 wants Node 22; its node-fetch warns about a deprecated module. */
const VERDACCIO = { private: true, dependencies: { verdaccio: '6.8.0' }, overrides: { 'node-fetch': '2.7.0' } }

export interface Registry {
  readonly url: string
  stop(): Promise<void>
}

/** @param folder where it is installed and stores everything, and must not outlive */
export async function startRegistry(folder: string, port: number): Promise<Registry> {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify(VERDACCIO))
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'pipe' })
  writeFileSync(join(folder, 'config.yaml'), CONFIG)
  const url = `http://127.0.0.1:${port}`
  const command = join(folder, 'node_modules/verdaccio/bin/verdaccio')
  const child = spawn(process.execPath, [command, '--config', 'config.yaml', '--listen', url], {
    cwd: folder,
    stdio: 'ignore',
  })
  await waitUntilReady(child, url)
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve())
        child.kill()
      }),
  }
}

/** Publishes every package as `npm publish` does, without provenance, which only a public CI can sign. */
export function publishAll(root: string, registry: string): readonly string[] {
  const names = [...readPublished().keys()]
  const workspaces = names.flatMap((name) => ['--workspace', name])
  const host = registry.replace('http:', '')
  const flags = ['--registry', registry, '--provenance=false', '--ignore-scripts', `--${host}/:_authToken=anyone`]
  execFileSync('npm', ['publish', ...workspaces, ...flags], { cwd: root, stdio: 'pipe' })
  return names
}

/** Our packages are never looked for elsewhere, and nobody has to log in. */
const CONFIG = `storage: ./storage
uplinks:
  npmjs:
    url: https://registry.npmjs.org/
    maxage: 60m
packages:
  '@local-number/*':
    access: $all
    publish: $anonymous
  '**':
    access: $all
    proxy: npmjs
log: { type: file, path: ./verdaccio.log, level: warn }
`

async function waitUntilReady(child: ChildProcess, url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) break
    const answer = await fetch(`${url}/-/ping`).catch(() => null)
    if (answer?.ok) return
    await delay(300)
  }
  throw new Error('the local registry does not start')
}
