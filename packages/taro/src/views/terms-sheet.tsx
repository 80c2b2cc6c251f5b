// Terms that the app does not open itself: a mini-program's web-view cannot show the carrier's page, so the sheet shows
// the title and a link to copy.
import { Text, View } from '@tarojs/components'
import { setClipboardData } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { Terms } from '../terms'
import type { Texts } from '../texts'
import { toAria } from './aria'
import { Press } from './press'

export interface TermsSheetProps {
  readonly texts: Texts
  readonly terms: Terms
  readonly onClose: () => void
}

export function TermsSheet({ texts, terms, onClose }: TermsSheetProps) {
  const [copied, setCopied] = useState(false)
  const title = `《${terms.title}》`
  const copy = () => {
    // If the clipboard refuses, the user can still read the link.
    setClipboardData({ data: terms.url }).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }
  return (
    <View className="lnl-sheet-cover" {...toAria({ role: 'dialog', label: title })} {...useModalKeyboard(onClose)}>
      <View className="lnl-sheet">
        <Text className="lnl-headline">{title}</Text>
        <Text className="lnl-advice">{texts.sheet.advice}</Text>
        <Text className="lnl-url" selectable>
          {terms.url}
        </Text>
        <Press className="lnl-button" onPress={copy}>
          {copied ? texts.sheet.copied : texts.sheet.copy}
        </Press>
        <Press className="lnl-button-quiet" onPress={onClose}>
          {texts.sheet.close}
        </Press>
      </View>
    </View>
  )
}

/** Taro's elements move their children within the first frames, which removes the focus from them. */
const SETTLING_FRAMES = 10

/**
 * Properties of the dialog's outermost element. In a browser, the dialog takes the focus and keeps it, Escape closes
 * it, and the focus returns to where it was.
 */
function useModalKeyboard(onClose: () => void): object {
  const dialog = useRef<HTMLElement>(null)
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    const before = document.activeElement
    const hold = () => {
      if (!dialog.current?.contains(document.activeElement)) dialog.current?.focus()
    }
    const stopSettling = repeatEveryFrame(SETTLING_FRAMES, hold)
    document.addEventListener('focusin', hold)
    return () => {
      stopSettling()
      document.removeEventListener('focusin', hold)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  if (process.env.TARO_ENV !== 'h5') return {}
  const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && onClose()
  return { ref: dialog, tabindex: -1, 'aria-modal': 'true', onKeyDown }
}

/** Runs `work` now and in each of the next frames; the returned function stops it. */
function repeatEveryFrame(frames: number, work: () => void): () => void {
  let frame = 0
  const next = (left: number) => {
    work()
    if (left > 0) frame = requestAnimationFrame(() => next(left - 1))
  }
  next(frames)
  return () => cancelAnimationFrame(frame)
}
