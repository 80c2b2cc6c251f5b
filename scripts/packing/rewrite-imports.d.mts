export interface Place {
  readonly folder: string
  readonly exports: object
}

export function rewriteImports(code: string, file: string, places: ReadonlyMap<string, Place>): string
