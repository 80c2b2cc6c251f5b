// Adds an app, or edits everything that is filed about one.

import type { AppView } from '@local-number/simulator-contract'
import { Fieldset, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useFieldErrors } from '../form/use-form'
import { EditDrawer } from '../shell/EditDrawer'
import { isSame } from '../state/changed'
import { useTexts } from '../texts/words'
import { AccessFields } from './AccessFields'
import { type AppDraft, type AppFieldsProps, changedOf, draftOf, filedOf, mistakesOf, NEW_APP } from './draft'
import { RightsFields } from './RightsFields'
import { SignatureFields } from './SignatureFields'

export interface AppDrawerProps {
  /** `null`: closed. */
  readonly edited: AppView | 'new' | null
  readonly onClose: () => void
}

export function AppDrawer({ edited, onClose }: AppDrawerProps) {
  const texts = useTexts().apps
  const [draft, setDraft] = useState(NEW_APP)
  // The app as it was when the form was opened: events that arrive meanwhile do not undo what is being typed.
  const [before, setBefore] = useState<AppView | null>(null)
  const subject = edited === null || edited === 'new' ? edited : edited.appId
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new picture of the same app is no new form.
  useEffect(() => {
    if (edited === null) return
    setBefore(edited === 'new' ? null : edited)
    setDraft(edited === 'new' ? NEW_APP : draftOf(edited))
  }, [subject])
  const change = (part: Partial<AppDraft>) => setDraft({ ...draft, ...part })
  const { appId } = draft
  return (
    <EditDrawer
      opened={edited !== null}
      title={before === null ? texts.addTitle : texts.editTitle(appId)}
      work={(api) =>
        before === null
          ? api.addApp({ ...filedOf(draft), appId: appId.trim() })
          : api.changeApp(appId, changedOf(draft, before))
      }
      mistakes={mistakesOf(draft)}
      dirty={!isSame(draft, before === null ? NEW_APP : draftOf(before))}
      onClose={onClose}
    >
      <CredentialFields draft={draft} isNew={before === null} onChange={change} />
      <RightsFields draft={draft} onChange={change} />
      <AccessFields draft={draft} onChange={change} />
      <SignatureFields draft={draft} onChange={change} />
    </EditDrawer>
  )
}

function CredentialFields({ draft, isNew, onChange }: AppFieldsProps & { readonly isNew: boolean }) {
  const texts = useTexts().apps
  const errors = useFieldErrors()
  return (
    <Fieldset legend={texts.groups.credentials}>
      {isNew && (
        <TextInput
          label="appId"
          required
          inputMode="numeric"
          error={errors.appId}
          value={draft.appId}
          onChange={({ currentTarget: { value } }) => onChange({ appId: value })}
        />
      )}
      <TextInput
        label="appKey"
        required
        error={errors.appKey}
        value={draft.appKey}
        onChange={({ currentTarget: { value } }) => onChange({ appKey: value })}
      />
    </Fieldset>
  )
}
