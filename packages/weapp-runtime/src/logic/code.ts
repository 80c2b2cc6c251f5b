// The mini-program's code in glass-easel: templates, styles, and what `Page()`, `Component()` and `Behavior()` define.
import type * as glassEasel from 'glass-easel'
import { type AssociatedBackend, type CodeSpace, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { registerBuiltIns, type Surroundings } from '../built-ins/register'
import type { JsonConfig, MiniProgramPackage } from '../package'
import type { WindowBackend } from '../view/backend'
import { asHandlers, cloned } from './events'
import type { LogicThread } from './thread'

type Definition = Record<string, unknown>

export interface Code {
  readonly space: CodeSpace
  readonly backend: AssociatedBackend
  /** The globals of every file that define something; `running` is the path of the file at work. */
  definitions(
    running: () => string,
  ): Readonly<Record<'Page' | 'Component' | 'Behavior', (definition: Definition) => unknown>>
  isPage(path: string): boolean
}

export function createCode(
  pkg: MiniProgramPackage,
  window: WindowBackend,
  thread: LogicThread,
  latencyMs: number,
  surroundings: Surroundings,
): Code {
  const env = new MiniProgramEnv()
  const backend = env.associateBackend(window as unknown as glassEasel.GeneralBackendContext)
  const builtInSpace = env.getGlobalCodeSpace()
  const space = env.createCodeSpace('mini-program', true)
  const tags = registerBuiltIns(builtInSpace, pkg, templatesOf(pkg.builtInTemplates), surroundings)
  for (const tag of tags) {
    const component = builtInSpace.getComponentSpace().getComponentByUrlWithoutDefault(`wx/${tag}`, '')
    if (component) space.getComponentSpace().setGlobalUsingComponent(tag, component)
  }
  addTemplates(space, pkg)
  addStyles(space, backend, pkg)
  const later = (work: () => void) => thread.post(work, latencyMs)
  const pages = new Set<string>()

  return {
    space,
    backend,
    isPage: (path) => pages.has(path),
    definitions: (running) => ({
      Page: (definition) => {
        pages.add(running())
        space.componentEnv(running(), ({ Page }) => Page(asHandlers(definition, later) as never))
      },
      Component: (definition) => {
        pages.add(running())
        space.componentEnv(running(), ({ Component, Behavior }) => {
          const crossing = Behavior({ created: crossSetData(later) } as never)
          Component({
            ...componentDefinition(definition, later),
            behaviors: [crossing, ...behaviorsOf(definition)],
          } as never)
        })
      },
      Behavior: (definition) =>
        space.componentEnv(running(), ({ Behavior }) =>
          Behavior({ ...componentDefinition(definition, later), behaviors: behaviorsOf(definition) } as never),
        ),
    }),
  }
}

/** `setData` of a page or component: JSON goes over, and the callback comes when the view has it. */
export function crossSetData(later: (work: () => void) => void) {
  return function (this: { setData: (data: object, callback?: () => void) => void }) {
    const own = this.setData
    this.setData = (data, callback) => {
      own.call(this, cloned(data))
      // Twice the way: there, and the word that it is done.
      if (callback) later(() => later(() => callback.call(this)))
    }
  }
}

function componentDefinition(definition: Definition, later: (work: () => void) => void): Definition {
  const { methods, properties } = definition
  return {
    ...definition,
    ...(methods ? { methods: asHandlers(methods, later) } : {}),
    ...(properties ? { properties: ownTypes(properties) } : {}),
  }
}

/** Behaviours that WeChat builds in are named by text, e.g. `wx://form-field`: they are not there. */
function behaviorsOf({ behaviors }: Definition): unknown[] {
  return Array.isArray(behaviors) ? behaviors.filter((each) => typeof each !== 'string') : []
}

/** `String` in the mini-program's realm is not the `String` that glass-easel compares with. */
const TYPES: Readonly<Record<string, unknown>> = { String, Number, Boolean, Array, Object, Function }

function ownTypes(properties: object): Definition {
  const own = (type: unknown) => (typeof type === 'function' ? (TYPES[type.name] ?? null) : type)
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [
      name,
      property && typeof property === 'object' ? { ...property, type: own(property.type) } : own(property),
    ]),
  )
}

function templatesOf(compiled: string): Record<string, unknown> {
  // What the template compiler makes is an expression, and the package's own.
  return new Function(`return ${compiled}`)()
}

function addTemplates(space: CodeSpace, { app, json, templates }: MiniProgramPackage): void {
  const groups = templatesOf(templates)
  for (const [path, content] of Object.entries(groups)) {
    space.addCompiledTemplate(path, { groupList: groups, content } as never)
    const config: JsonConfig = json[path] ?? {}
    space.addComponentStaticConfig(path, {
      ...config,
      usingComponents: { ...app.usingComponents, ...config.usingComponents },
    } as never)
  }
}

function addStyles(space: CodeSpace, backend: AssociatedBackend, { styles }: MiniProgramPackage): void {
  for (const [path, css] of Object.entries(styles)) {
    backend.registerStyleSheetContent(path, css)
    space.addStyleSheet(path, path)
  }
}
