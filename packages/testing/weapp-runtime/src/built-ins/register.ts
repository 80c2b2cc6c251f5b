// Makes the built-ins components of glass-easel.
import type { CodeSpace, glassEasel } from 'glass-easel-miniprogram-adapter'
import type { MiniProgramPackage } from '../package'
import type { BuiltIn, Rendered } from './built-in'
import { BUILT_INS } from './index'

/** What built-ins need beside their own element. */
export type Surroundings = Pick<Rendered, 'missing' | 'open' | 'consent'>

/** What glass-easel calls the component of a built-in tag. */
export const BUILT_IN_PREFIX = 'wx/'

type Templates = Readonly<Record<string, unknown>>

/** Every tag of the package's templates gets a component: those that are neither built in nor defined say so. */
export function registerBuiltIns(
  codeSpace: CodeSpace,
  { attributes, unknownTags }: MiniProgramPackage,
  templates: Templates,
  surroundings: Surroundings,
): readonly string[] {
  const unknown = Object.fromEntries(unknownTags.map((tag) => [tag, missingTag(tag)]))
  const all: Readonly<Record<string, BuiltIn>> = { ...unknown, ...BUILT_INS }
  for (const [tag, builtIn] of Object.entries(all)) {
    const path = BUILT_IN_PREFIX + tag
    const content = templates[tag] ?? templates.view
    codeSpace.addCompiledTemplate(path, { groupList: templates, content } as never)
    codeSpace.addComponentStaticConfig(path, { component: true, usingComponents: {} })
    codeSpace.componentEnv(path, ({ Component }) => {
      Component(definition(tag, builtIn, attributes[tag] ?? [], surroundings) as never)
    })
  }
  return Object.keys(all)
}

function missingTag(tag: string): BuiltIn {
  return { attached: (self) => self.missing(`<${tag}>`) }
}

/** Of every tag. */
const GENERAL = ['hidden', 'disabled']

function definition(tag: string, builtIn: BuiltIn, used: readonly string[], surroundings: Surroundings) {
  const { defaults = {}, watched = [], lacks = [] } = builtIn
  const names = [...new Set([...GENERAL, ...used, ...watched, ...lacks, ...Object.keys(defaults)])]
  const reflected = names.filter((name) => GENERAL.includes(name) || name.startsWith('aria'))
  const instances = new WeakMap<object, Rendered>()
  return {
    properties: Object.fromEntries(names.map((name) => [name, { type: null, value: defaults[name] }])),
    observers: {
      [[...watched, ...lacks, ...reflected].join(', ')](this: Caller) {
        const self = instances.get(this)
        if (self) update(self)
      },
    },
    lifetimes: {
      attached(this: Caller) {
        const self = instances.get(this) ?? renderedOf(this, surroundings)
        if (!instances.has(this)) builtIn.attached?.(self)
        instances.set(this, self)
        update(self)
      },
    },
  }

  function update(self: Rendered): void {
    for (const name of reflected) reflect(self.element, name, self.get(name))
    for (const name of lacks) if (self.get(name)) self.missing(`<${tag} ${kebabCase(name)}>`)
    builtIn.changed?.(self)
  }
}

function reflect(element: HTMLElement, property: string, value: unknown): void {
  const attribute = property === 'ariaRole' ? 'role' : kebabCase(property)
  if (value === undefined || value === null || value === false || value === '') {
    if (property !== 'ariaRole') element.removeAttribute(attribute)
  } else {
    element.setAttribute(attribute, value === true ? '' : String(value))
  }
}

function kebabCase(property: string): string {
  return property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** The part of the adapter's component that is used here. */
interface Caller {
  readonly _$: glassEasel.GeneralComponent
  readonly data: Readonly<Record<string, unknown>>
  setData(data: object): void
  triggerEvent(name: string, detail: unknown, options: object): void
}

function renderedOf(caller: Caller, surroundings: Surroundings): Rendered {
  const component = caller._$
  const element = component.getBackendElement() as unknown as HTMLElement
  return {
    get id() {
      return component.id
    },
    element,
    neighbour: (id) => {
      const found = component.ownerShadowRoot?.getElementById(id)
      return (found?.getBackendElement() ?? null) as Element | null
    },
    inner: <E extends HTMLElement>(id: string) => {
      const found = component.getShadowRoot()?.getElementById(id)
      if (!found) throw new Error(`no #${id} in ${element.localName}`)
      return found.getBackendElement() as unknown as E
    },
    get: (property) => caller.data[property],
    note: (property, value) => caller.setData({ [property]: value }),
    trigger: (event, detail, options = {}) => caller.triggerEvent(event, detail, options),
    on: (event, listener) => {
      component.addListener(event, (shadowed) => {
        const original = shadowed.getOriginalEvent() as globalThis.Event | undefined
        listener((original?.target ?? element) as Element, shadowed.detail)
      })
    },
    ...surroundings,
  }
}
