// The mini-program's code in glass-easel: templates, styles, and what `Page()`, `Component()` and `Behavior()` define.

import type { GeneralBackendContext } from 'glass-easel'
import { type AssociatedBackend, type CodeSpace, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { type BuiltInOptions, type BuiltInServices, registerBuiltIns } from '../built-ins/register'
import type { MiniProgramPackage } from '../package'
import type { WindowBackend } from '../view/backend'
import { createCrossingBehavior, type Definition, toComponentDefinition } from './definition'
import { acceptAssignedHandlers, type Crossing, toHandlers } from './events'
import { createFormField, FORM_FIELD } from './form-field'
import type { LogicThread } from './thread'
import { WXS_GLOBALS } from './wxs'

export interface CodeOptions {
  readonly pkg: MiniProgramPackage
  readonly window: WindowBackend
  readonly thread: LogicThread
  readonly latencyMs: number
  readonly services: BuiltInServices
  /** A `setData` that is carried out, with its data as JSON. */
  readonly addTransfer: (json: string) => void
}

type Define = (definition: Definition) => unknown

export interface Code {
  readonly space: CodeSpace
  readonly backend: AssociatedBackend
  /**
   * Creates the globals that define something.
   *
   * @param getRunning returns the path of the running file
   */
  createDefiners(getRunning: () => string): Readonly<Record<'Page' | 'Component' | 'Behavior', Define>>
  isPage(path: string): boolean
}

export function createCode({ pkg, window, thread, latencyMs, services, addTransfer }: CodeOptions): Code {
  const env = new MiniProgramEnv()
  const backend = env.associateBackend(window as unknown as GeneralBackendContext)
  const space = env.createCodeSpace('mini-program', true)
  const builtIns = { pkg, templates: evaluateTemplates(pkg.builtInTemplates), services }
  addBuiltIns(env.getGlobalCodeSpace(), space, builtIns)
  window.findScopeName = (scope) => space.getComponentSpace().styleScopeManager.queryName(scope)
  addTemplates(space, pkg)
  addStyles(space, backend, pkg)
  const { reportMissing, warn } = services
  const crossing: Crossing = {
    run: thread.run,
    runLater: (work) => thread.post(work, latencyMs),
    reportMissing,
    warn,
    addTransfer,
  }
  acceptAssignedHandlers(crossing)
  const pages = new Set<string>()

  return {
    space,
    backend,
    isPage: (path) => pages.has(path),
    createDefiners: (getRunning) => ({
      Page: (definition) => {
        pages.add(getRunning())
        space.componentEnv(getRunning(), ({ Page, Behavior }) =>
          Page({ ...toHandlers(definition, crossing), behaviors: withCrossing(definition, Behavior) } as never),
        )
      },
      Component: (definition) => {
        pages.add(getRunning())
        shareStyles(space, getRunning(), definition)
        space.componentEnv(getRunning(), ({ Component, Behavior }) => {
          Component({
            ...toComponentDefinition(definition, crossing),
            behaviors: withCrossing(definition, Behavior),
          } as never)
        })
      },
      Behavior: (definition) =>
        space.componentEnv(getRunning(), ({ Behavior }) =>
          Behavior({
            ...toComponentDefinition(definition, crossing),
            behaviors: resolveBehaviors(definition, Behavior),
          } as never),
        ),
    }),
  }

  /** The behaviors of a page or component, after the one that carries its data to the view layer. */
  function withCrossing(definition: Definition, Behavior: MakeBehavior): unknown[] {
    return [Behavior(createCrossingBehavior(crossing) as never), ...resolveBehaviors(definition, Behavior)]
  }

  /** WeChat's own behaviors are named by text, e.g. `wx://form-field`. */
  function resolveBehaviors({ behaviors }: Definition, Behavior: MakeBehavior): unknown[] {
    if (!Array.isArray(behaviors)) return []
    return behaviors.flatMap((each: unknown) => {
      if (typeof each !== 'string') return [each]
      if (each === FORM_FIELD) return [Behavior(createFormField(reportMissing) as never)]
      reportMissing(`behavior ${each}`)
      return []
    })
  }
}

type MakeBehavior = (definition: never) => unknown

function addBuiltIns(builtInSpace: CodeSpace, space: CodeSpace, options: BuiltInOptions): void {
  for (const tag of registerBuiltIns(builtInSpace, options)) {
    const component = builtInSpace.getComponentSpace().getComponentByUrlWithoutDefault(`wx/${tag}`, '')
    if (component) space.getComponentSpace().setGlobalUsingComponent(tag, component)
  }
}

/** The template compiler's output is an expression. It comes from the package itself, so it may be evaluated. */
function evaluateTemplates(compiled: string): Record<string, unknown> {
  return new Function(...Object.keys(WXS_GLOBALS), `return ${compiled}`)(...Object.values(WXS_GLOBALS))
}

function addTemplates(space: CodeSpace, { json, templates }: MiniProgramPackage): void {
  const groups = evaluateTemplates(templates)
  for (const [path, content] of Object.entries(groups)) {
    space.addCompiledTemplate(path, { groupList: groups, content } as never)
    space.addComponentStaticConfig(path, (json[path] ?? { usingComponents: {} }) as never)
  }
}

/**
 * `options` of a component that the adapter reads from its JSON only. `addGlobalClass` equals `apply-shared`
 * (developers.weixin.qq.com/miniprogram/dev/framework/custom-component/wxml-wxss.html).
 */
function shareStyles(space: CodeSpace, path: string, { options }: Definition): void {
  const { styleIsolation, addGlobalClass } = Object(options) as Readonly<Record<string, unknown>>
  const isolation = styleIsolation ?? (addGlobalClass === true ? 'apply-shared' : undefined)
  const config = space.getComponentStaticConfig(path)
  if (isolation === undefined || !config || config.styleIsolation !== undefined) return
  space.addComponentStaticConfig(path, { ...config, styleIsolation: isolation } as never)
}

/** A component's classes are rendered with its path before them, e.g. `components-counter--row`. */
function addStyles(space: CodeSpace, backend: AssociatedBackend, { json, styles }: MiniProgramPackage): void {
  for (const [path, css] of Object.entries(styles)) backend.registerStyleSheetContent(path, css)
  for (const path of new Set([...Object.keys(json), ...Object.keys(styles)])) {
    space.addStyleSheet(path, path in styles ? path : undefined, path.replace(/[^\w-]/g, '-'))
  }
}
