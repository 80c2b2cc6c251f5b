// Adds a handset, or edits one.

import type { HandsetView } from '@local-number/simulator-contract'
import { useEffect, useState } from 'react'
import { EditDrawer } from '../shell/EditDrawer'
import { isSame } from '../state/changed'
import { useTexts } from '../texts/words'
import { changedOf, draftOf, handsetOf, mistakesOf, NEW_HANDSET } from './draft'
import { HandsetFields } from './HandsetFields'

export interface HandsetDrawerProps {
  /** As it was when the form was opened; `null`: closed. */
  readonly edited: HandsetView | 'new' | null
  readonly onClose: () => void
}

export function HandsetDrawer({ edited, onClose }: HandsetDrawerProps) {
  const texts = useTexts().handsets
  const [draft, setDraft] = useState(NEW_HANDSET)
  const before = edited === 'new' ? null : edited
  const untouched = before === null ? NEW_HANDSET : draftOf(before)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each opening begins anew.
  useEffect(() => {
    if (edited !== null) setDraft(untouched)
  }, [edited])
  return (
    <EditDrawer
      opened={edited !== null}
      title={before === null ? texts.addTitle : texts.editTitle(before.label)}
      mistakes={mistakesOf(draft)}
      dirty={!isSame(draft, untouched)}
      work={(api) =>
        before === null ? api.addHandset(handsetOf(draft)) : api.changeHandset(before.id, changedOf(draft, before))
      }
      onClose={onClose}
    >
      <HandsetFields draft={draft} isNew={before === null} onChange={(change) => setDraft({ ...draft, ...change })} />
    </EditDrawer>
  )
}
