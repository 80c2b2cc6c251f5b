// Options of the whole app: logins below the provider need not repeat them.
import { createContext, type ReactNode, useContext } from 'react'
import type { LocalNumberLoginProps } from './props'

/**
 * The names of the options that your provider supplies, so that a login compiles without them.
 *
 * @example
 * ```ts
 * declare module '@local-number/taro' {
 *   interface ProvidedOptions {
 *     appId: true
 *     api: true
 *   }
 * }
 * ```
 */
// biome-ignore lint/suspicious/noEmptyInterface: apps extend it.
export interface ProvidedOptions {}

/** Options of which the provided ones may be missing. */
export type WithProvided<Options> = Options extends unknown
  ? Omit<Options, keyof ProvidedOptions> & Partial<Pick<Options, keyof ProvidedOptions & keyof Options>>
  : never

type Provided = Partial<LocalNumberLoginProps>

const ProvidedContext = /* @__PURE__ */ createContext<Provided>({})

/**
 * Options for every login below it; a login's own option has priority. Those that are read once when a login mounts are
 * read once here, too.
 *
 * @example
 * ```tsx
 * <LocalNumberProvider appId="300011877495" appName="小店" api={{ baseUrl }} consentVersion="1" theme="dark">
 *   {children}
 * </LocalNumberProvider>
 * ```
 * @supported weapp, h5, alipay, tt, swan, qq, jd
 */
export function LocalNumberProvider({ children, ...options }: Provided & { readonly children?: ReactNode }) {
  const outer = useContext(ProvidedContext)
  return <ProvidedContext.Provider value={{ ...outer, ...options } as Provided}>{children}</ProvidedContext.Provider>
}

/** A login's own options over those of the app. `undefined` counts as not set. */
export function useProvided<Options extends object>(own: WithProvided<Options>): Options {
  const provided = useContext(ProvidedContext)
  const all: Record<string, unknown> = { ...provided }
  for (const [name, value] of Object.entries(own)) if (value !== undefined) all[name] = value
  return all as Options
}
