// Fields that callers in this process gave as `undefined`.

/** An `undefined` field would undo a default. */
export function dropUndefined<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields
}
