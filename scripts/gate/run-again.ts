// How one test runs again, alone: by jest in its workspace, or by Playwright in its project.
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { RunAgain } from './retry'
import { readJestReport, readPlaywrightReport, type TestFile } from './test-results'

export function runJestAgain(root: string): RunAgain {
  const report = join(root, 'reports/retry.json')
  return ({ file }, test) => {
    const only = test ? ['--testNamePattern', `^${escapePattern(test.name)}$`] : []
    const config = findJestConfig(root, file)
    run(root, ['jest', '--config', config, '--runInBand', '--runTestsByPath', file, ...only], { JEST_REPORT: report })
    return find(readJestReport(report), file)
  }
}

export function runPlaywrightAgain(root: string): RunAgain {
  const report = join(root, 'reports/retry.json')
  return ({ file }, test) => {
    const project = test?.project ? [`--project=${test.project}`] : []
    const only = test ? ['--grep', `${escapePattern(test.name)}$`, ...project] : []
    // The path comes first: --project takes every word that follows it.
    const args = ['test', escapePattern(join(root, file)), '--config', 'e2e/playwright.config.ts', '--workers', '1']
    run(root, ['playwright', ...args, ...only], { E2E_REPORT: report })
    return find(readPlaywrightReport(report, root), file)
  }
}

/** @param env names the report, whose earlier version must not pass for the new one */
function run(
  root: string,
  [program, ...args]: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>,
): void {
  for (const report of Object.values(env)) rmSync(report, { force: true })
  const command = join(root, 'node_modules/.bin', program)
  spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
}

/** The configuration that runs a file: its workspace's own, or that of `npm run test:services`. */
export function findJestConfig(root: string, file: string): string {
  if (file.endsWith('.services.test.ts')) return join(root, 'jest.services.cjs')
  for (let folder = dirname(join(root, file)); folder !== root; folder = dirname(folder)) {
    const config = join(folder, 'jest.config.cjs')
    if (existsSync(config)) return config
  }
  throw new Error(`no jest.config.cjs above ${file}`)
}

function find(files: readonly TestFile[], path: string): TestFile | null {
  return files.find(({ file }) => file === path) ?? null
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
