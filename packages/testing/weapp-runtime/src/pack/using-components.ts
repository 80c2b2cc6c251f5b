// Which component a tag stands for: paths as JSON files write them, made paths from the root.
import { posix } from 'node:path'
import { RuntimeError } from '../errors'
import type { JsonConfig } from '../package'

type Configs = Readonly<Record<string, JsonConfig>>

const NPM = 'miniprogram_npm'

/**
 * A component is looked for beside the file that names it, from the root, and in the `miniprogram_npm` folders on the way up.
 * A plugin's is left out: its tag counts as one that nobody defines.
 *
 * @throws RuntimeError `badJson`
 */
export function resolveComponents(configs: Configs): Configs {
  const usable = Object.fromEntries(
    Object.entries(configs).map(([path, config]) => [path, resolvedIn(path, config, configs)]),
  )
  const ofAll = usable.app?.usingComponents
  return Object.fromEntries(
    Object.entries(usable).map(([path, config]) => [
      path,
      { ...config, usingComponents: { ...ofAll, ...config.usingComponents } },
    ]),
  )
}

function resolvedIn(path: string, config: JsonConfig, configs: Configs): JsonConfig {
  const used = Object.entries(config.usingComponents ?? {}).filter(([, name]) => !/^(?:dynamic|plugin)/.test(name))
  const usingComponents = Object.fromEntries(
    used.map(([tag, name]) => {
      const found = candidates(path, name).find((each) => configs[each]?.component)
      if (found === undefined) {
        throw new RuntimeError('badJson', `${path}.json: usingComponents "${tag}": no component at ${name}`)
      }
      return [tag, `/${found}`]
    }),
  )
  return { ...config, usingComponents }
}

function candidates(from: string, name: string): string[] {
  if (name.startsWith('/')) return [name.slice(1)]
  const folder = posix.dirname(from)
  const up =
    folder === '.' ? [''] : folder.split('/').map((_, at, all) => `${all.slice(0, all.length - at).join('/')}/`)
  return [posix.join(folder, name), ...[...up, ''].map((each) => `${each}${NPM}/${name}`)].map((each) =>
    posix.normalize(each),
  )
}
