// Adds an app, or edits everything that is registered for one.
import type { AppView } from '@local-number/simulator-contract'
import { Fieldset, TextInput } from '@mantine/core'
import { type EditDrawerState, useEditDrawer } from '../form/use-edit-drawer'
import { EditDrawer } from '../shell/EditDrawer'
import { useTexts } from '../texts/words'
import { AccessFields } from './AccessFields'
import { APP_RULES, type AppDraft, type AppFieldsProps, toDraft, toPatch, toRegistration } from './draft'
import { RightsFields } from './RightsFields'
import { SignatureFields } from './SignatureFields'

export type AppDrawerState = EditDrawerState<AppView, AppDraft>

export function useAppDrawer(): AppDrawerState {
  return useEditDrawer({
    toDraft,
    rules: APP_RULES,
    save: (api, draft, before: AppView | null) =>
      before === null
        ? api.addApp({ ...toRegistration(draft), appId: draft.appId.trim() })
        : api.changeApp(before.appId, toPatch(draft, before)),
  })
}

export function AppDrawer({ drawer }: { readonly drawer: AppDrawerState }) {
  const texts = useTexts().apps
  const { subject, form } = drawer
  const { fields } = form
  return (
    <EditDrawer drawer={drawer} title={subject === null ? texts.addTitle : texts.editApp(subject.appId)}>
      <CredentialFields fields={fields} isNew={subject === null} />
      <RightsFields fields={fields} />
      <AccessFields fields={fields} />
      <SignatureFields fields={fields} />
    </EditDrawer>
  )
}

function CredentialFields({ fields, isNew }: AppFieldsProps & { readonly isNew: boolean }) {
  const texts = useTexts().apps
  return (
    <Fieldset legend={texts.groups.credentials}>
      {isNew && <TextInput label="appId" required inputMode="numeric" {...fields.getInputProps('appId')} />}
      <TextInput label="appKey" required {...fields.getInputProps('appKey')} />
    </Fieldset>
  )
}
