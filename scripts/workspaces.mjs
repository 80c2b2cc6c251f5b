// The folders of all workspaces, from the patterns in the root's package.json.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** From the root, such as `packages/taro`. */
export function listWorkspaces() {
  const { workspaces } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  return workspaces.flatMap((pattern) => {
    if (!pattern.endsWith('/*')) return [pattern]
    const parent = pattern.slice(0, -2)
    const folders = readdirSync(join(ROOT, parent)).map((name) => `${parent}/${name}`)
    return folders.filter((folder) => existsSync(join(ROOT, folder, 'package.json')))
  })
}
