// Downloads a file that is made in the page.
export interface Download {
  readonly name: string
  readonly type: 'application/json' | 'text/html' | 'application/x-pem-file' | 'text/plain'
  readonly content: string
}

export function download({ name, type, content }: Download): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
