export function findUnnoticed(paths: readonly string[], read: (path: string) => string): readonly string[]
