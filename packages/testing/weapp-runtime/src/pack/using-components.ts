// Resolves `usingComponents`: paths as JSON files write them become paths from the root.
import { posix } from 'node:path'
import { RuntimeError } from '../errors'
import type { JsonConfig } from '../package'

type Configs = Readonly<Record<string, JsonConfig>>

const NPM = 'miniprogram_npm'

/**
 * Looks for a component beside the file that names it, from the root, and in the `miniprogram_npm` folders on the way
 * up. Components of plugins are left out, so their tags are reported as missing.
 *
 * @throws RuntimeError `badJson`
 */
export function resolveComponents(configs: Configs): Configs {
  const resolved = Object.fromEntries(
    Object.entries(configs).map(([path, config]) => [path, resolveConfig(path, config, configs)]),
  )
  const shared = resolved.app?.usingComponents
  return Object.fromEntries(
    Object.entries(resolved).map(([path, config]) => [
      path,
      { ...config, usingComponents: { ...shared, ...config.usingComponents } },
    ]),
  )
}

function resolveConfig(path: string, config: JsonConfig, configs: Configs): JsonConfig {
  const used = Object.entries(config.usingComponents ?? {}).filter(([, name]) => !/^(?:dynamic|plugin)/.test(name))
  const usingComponents = Object.fromEntries(
    used.map(([tag, name]) => {
      const found = listCandidates(path, name).find((each) => configs[each]?.component)
      if (found === undefined) {
        throw new RuntimeError('badJson', `${path}.json: usingComponents "${tag}": no component at ${name}`)
      }
      return [tag, `/${found}`]
    }),
  )
  return { ...config, usingComponents }
}

function listCandidates(from: string, name: string): string[] {
  if (name.startsWith('/')) return [name.slice(1)]
  const folder = posix.dirname(from)
  const up =
    folder === '.' ? [''] : folder.split('/').map((_, at, all) => `${all.slice(0, all.length - at).join('/')}/`)
  return [posix.join(folder, name), ...[...up, ''].map((each) => `${each}${NPM}/${name}`)].map((each) =>
    posix.normalize(each),
  )
}
