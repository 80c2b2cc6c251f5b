// How one test runs again, alone: by jest in its workspace, or by Playwright in its project.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
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
    const only = test
      ? ['--grep', `${escapePattern(test.name)}$`, ...(test.project ? ['--project', test.project] : [])]
      : []
    const args = ['playwright', 'test', '--config', 'e2e/playwright.config.ts', '--workers', '1', ...only]
    run(root, [...args, escapePattern(join(root, file))], { E2E_REPORT: report })
    return find(readPlaywrightReport(report, root), file)
  }
}

function run(root: string, args: readonly string[], env: Readonly<Record<string, string>>): void {
  spawnSync('npx', args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
}

/** The workspace's own, up from the file. */
function findJestConfig(root: string, file: string): string {
  for (let folder = dirname(join(root, file)); folder !== root; folder = dirname(folder)) {
    const config = join(folder, 'jest.config.cjs')
    if (existsSync(config)) return config
  }
  return join(root, 'jest.services.cjs')
}

function find(files: readonly TestFile[], path: string): TestFile | null {
  return files.find(({ file }) => file === path) ?? null
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
