// Components have classes of their own: in styles a mark stands where the name of the scope goes, once it is known.

/** Before each class in packed styles. */
export const SCOPE = '%scope%'

/** @param name of the scope; without one the classes are everybody's */
export function inScope(css: string, name: string | undefined): string {
  return css.replaceAll(SCOPE, name ? `${name}--` : '').replaceAll(':host', `[wx-host="${name ?? ''}"]`)
}
