// In development, says that the style sheet was forgotten: without it the login still works, in the platform's own looks.
import { tellOnce } from '../tell-once'

const MISSING =
  "styleMissing: the login's style sheet is not loaded. " +
  'Import @local-number/taro/style.css in the file that imports the component.'

/** On H5 alone: a mini-program's page cannot read its styles. A page without any style sheet is a test's. */
export function findMissingStyle(root: HTMLElement | null): void {
  if (!root || document.styleSheets.length === 0) return
  const loaded = window.getComputedStyle(root).getPropertyValue('--lnld-accent') !== ''
  if (!loaded) tellOnce('styleMissing', MISSING)
}
