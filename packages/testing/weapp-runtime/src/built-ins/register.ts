// Registers the built-ins as components of glass-easel.
import type { CodeSpace, glassEasel } from 'glass-easel-miniprogram-adapter'
import { resolvePath } from '../logic/paths'
import type { MiniProgramPackage } from '../package'
import type { BuiltIn, Rendered } from './built-in'
import { BUILT_INS } from './index'
import { findLacking, GENERAL } from './lacking'

/** What built-ins need beside their own element. */
export type BuiltInServices = Pick<
  Rendered,
  'reportMissing' | 'warn' | 'upgradesHttpImages' | 'open' | 'consent' | 'requestPhoneNumber' | 'keyboard'
>

export interface BuiltInOptions {
  readonly pkg: MiniProgramPackage
  /** Compiled templates by tag. */
  readonly templates: Readonly<Record<string, unknown>>
  readonly services: BuiltInServices
}

/** The path of a built-in's component in glass-easel begins with it. */
export const BUILT_IN_PREFIX = 'wx/'

/**
 * Registers a component for every tag of the package's templates. Tags that are neither built in nor defined report
 * themselves as missing when they are rendered.
 *
 * @returns the tags
 */
export function registerBuiltIns(
  codeSpace: CodeSpace,
  { pkg, templates, services }: BuiltInOptions,
): readonly string[] {
  const unknown = Object.fromEntries(pkg.unknownTags.map((tag) => [tag, createMissingTag(tag)]))
  const all: Readonly<Record<string, BuiltIn>> = { ...unknown, ...BUILT_INS }
  for (const [tag, builtIn] of Object.entries(all)) {
    const path = BUILT_IN_PREFIX + tag
    const content = templates[tag] ?? templates.view
    const attributes = pkg.attributes[tag] ?? []
    codeSpace.addCompiledTemplate(path, { groupList: templates, content } as never)
    codeSpace.addComponentStaticConfig(path, { component: true, usingComponents: {} })
    codeSpace.componentEnv(path, ({ Component }) => {
      Component(defineComponent({ tag, builtIn, attributes, services, images: pkg.images }) as never)
    })
  }
  return Object.keys(all)
}

function createMissingTag(tag: string): BuiltIn {
  return { attached: (self) => self.reportMissing(`<${tag}>`) }
}

interface TagDefinition {
  readonly tag: string
  readonly builtIn: BuiltIn
  /** The attributes that the package's templates use. */
  readonly attributes: readonly string[]
  readonly services: BuiltInServices
  readonly images: MiniProgramPackage['images']
}

function defineComponent({ tag, builtIn, attributes, services, images }: TagDefinition) {
  const { defaults = {}, watched = [], reads = [] } = builtIn
  const lacking = findLacking(tag, builtIn)
  const names = [...new Set([...GENERAL, ...attributes, ...watched, ...reads, ...Object.keys(defaults)])]
  const reflected = names.filter((name) => GENERAL.includes(name) || name.startsWith('aria'))
  const instances = new WeakMap<object, Rendered>()
  const bound = new WeakMap<object, string[]>()
  const update = (self: Rendered) => {
    for (const name of reflected) reflect(self.element, name, self.get(name))
    for (const name of names) {
      if (lacking.isAttributeMissing(name, self.get(name))) self.reportMissing(`<${tag} ${toKebabCase(name)}>`)
    }
    builtIn.changed?.(self)
  }
  const reportEvents = (caller: Caller) => {
    // Taro's templates bind every event of every tag, whether the app listens or not.
    if ('sid' in caller.dataset) return
    for (const event of bound.get(caller) ?? []) services.reportMissing(`<${tag} bind${event}>`)
  }
  return {
    properties: Object.fromEntries(names.map((name) => [name, { type: null, value: defaults[name] }])),
    observers: {
      [names.join(', ')](this: Caller) {
        const self = instances.get(this)
        if (self) update(self)
      },
    },
    lifetimes: {
      created(this: Caller) {
        const component = this._$
        const { addListener } = component
        component.addListener = (event, ...rest) => {
          addListener.call(component, event, ...rest)
          if (!lacking.isEventMissing(event)) return
          bound.set(this, [...(bound.get(this) ?? []), event])
          if (instances.has(this)) reportEvents(this)
        }
      },
      attached(this: Caller) {
        const self = instances.get(this) ?? createRendered(this, services, images)
        if (!instances.has(this)) builtIn.attached?.(self)
        instances.set(this, self)
        reportEvents(this)
        update(self)
      },
      detached(this: Caller) {
        const self = instances.get(this)
        if (self) builtIn.detached?.(self)
      },
    },
  }
}

function reflect(element: HTMLElement, property: string, value: unknown): void {
  const attribute = property === 'ariaRole' ? 'role' : toKebabCase(property)
  if (value === undefined || value === null || value === false || value === '') {
    if (property !== 'ariaRole') element.removeAttribute(attribute)
  } else {
    element.setAttribute(attribute, value === true ? '' : String(value))
  }
}

function toKebabCase(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** `StyleSegmentIndex.TEMP_EXTRA` of glass-easel, which templates do not overwrite. */
const TEMPORARY = 3

/** The part of the adapter's component that is used here. */
interface Caller {
  readonly _$: glassEasel.GeneralComponent
  readonly data: Readonly<Record<string, unknown>>
  readonly dataset: object
  setData(data: object): void
  triggerEvent(name: string, detail: unknown, options: object): void
}

function createRendered(caller: Caller, services: BuiltInServices, images: MiniProgramPackage['images']): Rendered {
  const component = caller._$
  const element = component.getBackendElement() as unknown as HTMLElement
  return {
    get id() {
      return component.id
    },
    element,
    findNeighbor: (id) => {
      const found = component.ownerShadowRoot?.getElementById(id)
      return (found?.getBackendElement() ?? null) as Element | null
    },
    findImage: (path) => {
      const owner = component.ownerShadowRoot?.getHostNode().is ?? ''
      return images[resolvePath(owner, path.replace(/[?#].*$/, ''))] ?? null
    },
    getInner: <E extends HTMLElement>(id: string) => {
      const found = component.getShadowRoot()?.getElementById(id)
      if (!found) throw new Error(`the template of ${element.localName} must contain an element with the id ${id}`)
      return found.getBackendElement() as unknown as E
    },
    get: (property) => {
      const value = caller.data[property]
      // Built-ins belong to the view layer, which receives no functions.
      return typeof value === 'function' ? undefined : value
    },
    set: (property, value) => caller.setData({ [property]: value }),
    setExtraClass: (names) => component.setNodeClass(names, TEMPORARY),
    trigger: (event, detail, options = {}) => caller.triggerEvent(event, detail, options),
    on: (event, listener) => {
      component.addListener(event, (shadowed) => {
        const original = shadowed.getOriginalEvent() as globalThis.Event | undefined
        listener((original?.target ?? element) as Element, shadowed.detail)
      })
    },
    ...services,
  }
}
