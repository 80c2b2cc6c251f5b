// Mini-program builds: what Taro's WXML templates leave out, and the component needs.
import { UnRecursiveTemplate } from '@tarojs/shared/dist/template'
import plugin from '../taro-plugin'

type Alias = Record<string, Record<string, string>>

/** A build as Taro runs it: a platform with a template, which a plugin may extend once all is set up. */
function build() {
  const template = new UnRecursiveTemplate()
  const config = { defineConstants: { OF_THE_APP: '1' } as Record<string, string> }
  const platform = { template, config, runtimePath: 'the platform’s own' as string | string[] }
  const merge = (into: Record<string, object>, patch: Record<string, object>) => {
    for (const name of Object.keys(patch)) Object.assign(into[name] ?? {}, patch[name])
  }
  plugin({
    helper: { recursiveMerge: merge },
    registerMethod: ({ fn }: { fn: (platform: object) => void }) => fn(platform),
  })
  const wxml = template.buildTemplate({
    includes: new Set(['view', 'text', 'image', 'button', 'input', 'checkbox']),
    exclude: new Set(),
    thirdPartyComponents: new Map(),
    includeAll: true,
  } as never)
  return { template, platform, wxml }
}

test.each([
  ['image', ['referrer-policy', 'aria-hidden']],
  ['view', ['aria-role', 'aria-label', 'aria-checked', 'aria-level', 'aria-describedby']],
  ['text', ['aria-role', 'aria-label']],
  ['button', ['aria-busy', 'aria-disabled']],
  ['input', ['aria-label', 'aria-describedby']],
  ['checkbox', ['aria-label']],
])('<%s> passes on %j', (tag, attributes) => {
  const { wxml } = build()
  const element = new RegExp(`<${tag} [^>]*>`, 'g')
  const withAll = (wxml.match(element) ?? []).filter((each) => attributes.every((name) => each.includes(`${name}="`)))
  expect(withAll).not.toEqual([])
})

test('template and runtime give every attribute the same short name', async () => {
  const { template, platform } = build()
  const [own, added = ''] = platform.runtimePath
  expect(own).toBe('the platform’s own')
  await import(added)
  const { getComponentsAlias, internalComponents } = await import('@tarojs/shared')
  const atRuntime = getComponentsAlias(internalComponents) as unknown as Alias
  const inTemplate = (template as unknown as { componentsAlias: Alias }).componentsAlias
  for (const tag of ['image', 'view', 'text', 'button', 'input', 'checkbox'])
    expect(atRuntime[tag]).toEqual(inTemplate[tag])
  expect(atRuntime.image?.referrerPolicy).toMatch(/^p\d+$/)
})

test('the plugin defines the constant that the component’s build asks for, beside the app’s own', () => {
  const { platform } = build()
  expect(platform.config.defineConstants).toEqual({ OF_THE_APP: '1', LOCAL_NUMBER_TARO_PLUGIN: 'true' })
})

test('the plugin does not change a platform without templates, as H5', () => {
  const platform = {}
  plugin({ registerMethod: ({ fn }: { fn: (platform: object) => void }) => fn(platform) })
  expect(platform).toEqual({})
})

describe('a vite build', () => {
  type File = { fileName: string; source?: string }
  const MINI = { fileType: { style: '.wxss' }, commonChunks: ['runtime', 'vendors', 'taro', 'common'] }

  /** What is in the build once all its plugins have run. */
  function bundle(names: readonly string[], context: object = MINI): readonly File[] {
    const files: File[] = names.map((fileName) => ({ fileName }))
    const viteConfig = { plugins: [] as { generateBundle: (options: object, files: object) => void }[] }
    plugin({
      registerMethod: () => undefined,
      modifyViteConfig: (change: (build: object) => void) => change({ viteConfig, viteCompilerContext: context }),
    })
    for (const { generateBundle } of viteConfig.plugins) {
      generateBundle.call({ emitFile: (file: File) => files.push(file) }, {}, Object(files))
    }
    return files
  }

  test('has a style sheet of the app that imports those of packages, if the app itself has none', () => {
    const files = bundle(['app.js', 'vendors.js', 'vendors.wxss', 'pages/index/index.wxss', 'common.wxss'])
    expect(files).toContainEqual({
      type: 'asset',
      fileName: 'app.wxss',
      source: '@import "vendors.wxss";\n@import "common.wxss";\n',
    })
  })

  test.each([
    ['the app has a style sheet', ['app.wxss', 'vendors.wxss'], MINI],
    ['no package has one', ['app.js', 'pages/index/index.wxss'], MINI],
    ['it is H5', ['vendors.wxss'], {}],
  ])('is left alone if %s', (_, names, context) => {
    expect(bundle(names, context)).toHaveLength(names.length)
  })
})
