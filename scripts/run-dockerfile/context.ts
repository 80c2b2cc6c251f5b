// The files that a build may copy: those of its folder that .dockerignore lets through. Names of files, no folders.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @param pattern may hold `*` */
export function matches(name: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[^/]*')}$`).test(name)
}

export function contextFiles(folder: string): readonly string[] {
  const file = join(folder, '.dockerignore')
  const rules = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
  return readdirSync(folder).filter((name) => !isIgnored(name, rules))
}

/** The last rule that speaks of a file counts. */
function isIgnored(name: string, rules: readonly string[]): boolean {
  const rule = rules.filter((each) => matches(name, each.replace(/^!/, ''))).at(-1)
  return rule !== undefined && !rule.startsWith('!')
}
