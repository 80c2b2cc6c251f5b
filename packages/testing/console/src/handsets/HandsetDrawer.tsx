// Adds a handset, or edits one.
import type { HandsetView } from '@local-number/simulator-contract'
import { type EditDrawerState, useEditDrawer } from '../form/use-edit-drawer'
import { EditDrawer } from '../shell/EditDrawer'
import { useTexts } from '../texts/words'
import { HANDSET_RULES, type HandsetDraft, toDraft, toHandset, toPatch } from './draft'
import { HandsetFields } from './HandsetFields'

export type HandsetDrawerState = EditDrawerState<HandsetView, HandsetDraft>

export function useHandsetDrawer(): HandsetDrawerState {
  return useEditDrawer({
    toDraft,
    rules: HANDSET_RULES,
    save: (api, draft, before: HandsetView | null) =>
      before === null ? api.addHandset(toHandset(draft)) : api.changeHandset(before.id, toPatch(draft, before)),
  })
}

export function HandsetDrawer({ drawer }: { readonly drawer: HandsetDrawerState }) {
  const texts = useTexts().handsets
  const { subject, form } = drawer
  return (
    <EditDrawer drawer={drawer} title={subject === null ? texts.addTitle : texts.editTitle(subject.label)}>
      <HandsetFields fields={form.fields} isNew={subject === null} />
    </EditDrawer>
  )
}
