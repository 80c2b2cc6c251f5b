// The classes of a component are its own. Packed styles hold a placeholder for the scope, whose name is known only at
// run time.

/** Stands before each class in packed styles. */
export const SCOPE = '%scope%'

/** @param name of the scope; without it the classes apply everywhere */
export function applyScope(css: string, name: string | undefined): string {
  return css.replaceAll(SCOPE, name ? `${name}--` : '').replaceAll(':host', `[wx-host="${name ?? ''}"]`)
}
