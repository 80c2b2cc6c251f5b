// The mini-program's code in glass-easel: templates, styles, and what `Page()`, `Component()` and `Behavior()` define.
import * as glassEasel from 'glass-easel'
import { type AssociatedBackend, type CodeSpace, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { registerBuiltIns, type Surroundings } from '../built-ins/register'
import type { MiniProgramPackage } from '../package'
import type { WindowBackend } from '../view/backend'
import { asHandlers, type Crossing, cloned } from './events'
import { FORM_FIELD, formField } from './form-field'
import { asLifetimes } from './lifetimes'
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
  window.scopeName = (scope) => space.getComponentSpace().styleScopeManager.queryName(scope)
  addTemplates(space, pkg)
  addStyles(space, backend, pkg)
  const { missing } = surroundings
  const crossing: Crossing = { now: thread.run, later: (work) => thread.post(work, latencyMs), missing }
  const pages = new Set<string>()

  return {
    space,
    backend,
    isPage: (path) => pages.has(path),
    definitions: (running) => ({
      Page: (definition) => {
        pages.add(running())
        space.componentEnv(running(), ({ Page, Behavior }) =>
          Page({ ...asHandlers(definition, crossing), behaviors: behaviorsOf(definition, Behavior) } as never),
        )
      },
      Component: (definition) => {
        pages.add(running())
        space.componentEnv(running(), ({ Component, Behavior }) => {
          Component({
            ...componentDefinition(definition, crossing),
            behaviors: behaviorsOf(definition, Behavior),
          } as never)
        })
      },
      Behavior: (definition) =>
        space.componentEnv(running(), ({ Behavior }) =>
          Behavior({
            ...componentDefinition(definition, crossing),
            behaviors: namedBehaviors(definition, Behavior),
          } as never),
        ),
    }),
  }

  /** Behaviours of a page or component, after the one that makes it cross between the layers. */
  function behaviorsOf(definition: Definition, Behavior: MakeBehavior): unknown[] {
    return [Behavior(crossingBehavior(crossing) as never), ...namedBehaviors(definition, Behavior)]
  }

  /** Those that WeChat builds in are named by text, e.g. `wx://form-field`. */
  function namedBehaviors({ behaviors }: Definition, Behavior: MakeBehavior): unknown[] {
    if (!Array.isArray(behaviors)) return []
    return behaviors.flatMap((each: unknown) => {
      if (typeof each !== 'string') return [each]
      if (each === FORM_FIELD) return [Behavior(formField as never)]
      missing(`behavior ${each}`)
      return []
    })
  }
}

type MakeBehavior = (definition: never) => unknown

/**
 * `setData` of a page or component: JSON goes over, and the callback comes when the view has it. `ready` comes once the view
 * has drawn the component.
 */
function crossingBehavior({ later }: Crossing): Definition {
  return {
    created(this: Caller) {
      const own = this.setData
      this.setData = (data, callback) => {
        own.call(this, cloned(data))
        // Twice the way: there, and the word that it is done.
        if (callback) later(() => later(() => callback.call(this)))
      }
    },
    attached(this: Caller) {
      const component = this._$
      later(() => {
        if (glassEasel.Element.isAttached(component)) component.triggerLifetime('ready', [])
      })
    },
  }
}

interface Caller {
  readonly _$: glassEasel.GeneralComponent
  setData(data: object, callback?: () => void): void
}

const LIFETIMES = ['created', 'attached', 'ready', 'moved', 'detached', 'error'] as const
const GROUPS_OF_LIFETIMES = ['lifetimes', 'pageLifetimes', 'observers'] as const

function componentDefinition(definition: Definition, crossing: Crossing): Definition {
  const { methods, properties } = definition
  const old = Object.fromEntries(LIFETIMES.filter((name) => name in definition).map((name) => [name, definition[name]]))
  const groups = GROUPS_OF_LIFETIMES.flatMap((name) => {
    const group = definition[name]
    // An array of observers is the way of a time before WeChat had them by name.
    return isRecord(group) && !Array.isArray(group) ? [[name, asLifetimes(group, crossing.now)]] : []
  })
  return {
    ...definition,
    ...asLifetimes(old, crossing.now),
    ...Object.fromEntries(groups),
    ...(methods ? { methods: asHandlers(methods, crossing) } : {}),
    ...(properties ? { properties: ownTypes(properties) } : {}),
  }
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** `String` in the mini-program's realm is not the `String` that glass-easel compares with. */
const TYPES: Readonly<Record<string, unknown>> = { String, Number, Boolean, Array, Object, Function }

function own(type: unknown): unknown {
  return typeof type === 'function' ? (TYPES[type.name] ?? null) : type
}

function ownTypesOf({ type, optionalTypes }: { type?: unknown; optionalTypes?: unknown }) {
  return { type: own(type), ...(Array.isArray(optionalTypes) ? { optionalTypes: optionalTypes.map(own) } : {}) }
}

function ownTypes(properties: object): Definition {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [
      name,
      isRecord(property) ? { ...property, ...ownTypesOf(property) } : own(property),
    ]),
  )
}

function templatesOf(compiled: string): Record<string, unknown> {
  // What the template compiler makes is an expression, and the package's own.
  return new Function(...Object.keys(WXS_GLOBALS), `return ${compiled}`)(...Object.values(WXS_GLOBALS))
}

/** WXS has no `new`. */
const WXS_GLOBALS = {
  getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
  getDate: (...parameters: []) => new Date(...parameters),
}

function addTemplates(space: CodeSpace, { json, templates }: MiniProgramPackage): void {
  const groups = templatesOf(templates)
  for (const [path, content] of Object.entries(groups)) {
    space.addCompiledTemplate(path, { groupList: groups, content } as never)
    space.addComponentStaticConfig(path, (json[path] ?? { usingComponents: {} }) as never)
  }
}

/** A component's classes are rendered after its path, e.g. `components-counter--row`. */
function addStyles(space: CodeSpace, backend: AssociatedBackend, { json, styles }: MiniProgramPackage): void {
  for (const [path, css] of Object.entries(styles)) backend.registerStyleSheetContent(path, css)
  for (const path of new Set([...Object.keys(json), ...Object.keys(styles)])) {
    space.addStyleSheet(path, path in styles ? path : undefined, path.replace(/[^\w-]/g, '-'))
  }
}
