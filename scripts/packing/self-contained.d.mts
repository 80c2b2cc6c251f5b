export interface Manifest {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly files: readonly string[]
  readonly dependencies: Readonly<Record<string, string>>
  readonly engines?: object
}

export type Published = ReadonlyMap<string, { readonly folder: string; readonly manifest: Manifest }>

export function readPublished(): Published
export function describeTarball(
  name: string,
  published: Published,
): { readonly inner: readonly string[]; readonly manifest: Manifest }
export function packSelfContained(names: readonly string[], destination: string): ReadonlyMap<string, string>
