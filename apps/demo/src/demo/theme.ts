// How the demo's pages and the component get the chosen colors: by class names, whose variables are in theme.css.
import type { Switches } from './switches'

/** For the outermost element of a page, and for the component, whose sheets stand outside of the page. */
export function toThemeClass({ theme, accent }: Switches): string {
  return `shop-theme-${theme} shop-accent-${accent}`
}
