// The names of the theme's variables. style.css reads them and gives each its default; an app sets them on any ancestor.

const NAMES =
  'accent accent-pressed on-accent link text muted line surface field placeholder danger good warning overlay ' +
  'radius sheet-radius logo-size button-height field-height space width ' +
  'title-size text-size small-size button-size input-size number-size'

// Pure, so that an app with views of its own does not ship them.
export const VARIABLES: readonly string[] = /* @__PURE__ */ listVariables()

function listVariables(): readonly string[] {
  return NAMES.split(' ').map((name) => `--lnl-${name}`)
}
