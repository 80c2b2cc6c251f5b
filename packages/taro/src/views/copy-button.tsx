// A button that copies a text, and says so only when that is proven.
import { setClipboardData } from '@tarojs/taro'
import { useContext, useState } from 'react'
import { Press } from './press'
import { SurroundingsContext } from './surroundings'

export function CopyButton({ text, className }: { readonly text: string; readonly className: string }) {
  const { texts } = useContext(SurroundingsContext)
  const [copied, setCopied] = useState(false)
  // If the clipboard refuses, the user can still read the text.
  const onPress = () => void copy(text).then(setCopied, () => setCopied(false))
  return (
    <Press className={className} onPress={onPress}>
      {copied ? texts.copied : texts.copy}
    </Press>
  )
}

async function copy(text: string): Promise<boolean> {
  if (process.env.TARO_ENV !== 'h5') await setClipboardData({ data: text })
  else if (navigator.clipboard) await navigator.clipboard.writeText(text)
  else return copyOnPlainPage(text)
  return true
}

/** Pages on http have no `navigator.clipboard`. Nothing is selected, so that the focus stays in the dialog. */
function copyOnPlainPage(text: string): boolean {
  let taken = false
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault()
    event.clipboardData?.setData('text/plain', text)
    taken = event.clipboardData !== null
  }
  document.addEventListener('copy', onCopy)
  try {
    return document.execCommand('copy') && taken
  } finally {
    document.removeEventListener('copy', onCopy)
  }
}
