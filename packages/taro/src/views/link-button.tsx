// A button that looks like a link: the quiet way out of every step.
import { Button } from '@tarojs/components'
import type { ReactNode } from 'react'

export function LinkButton({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <Button className="lnl-button-quiet" onClick={onClick}>
      {children}
    </Button>
  )
}
