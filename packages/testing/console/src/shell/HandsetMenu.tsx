// The current handset with its network, and a menu that makes another one current.
import { Dialog, Menu, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconDeviceMobile } from '@tabler/icons-react'
import { useHandsets } from '../handsets/use-handsets'
import { useAction } from '../state/use-action'
import { useTexts } from '../texts/words'
import { ProblemNotice } from './notices'
import { RadioItem } from './RadioItem'

export function HandsetMenu() {
  const { handsets: texts, shell } = useTexts()
  const handsets = useHandsets()
  const { problem, run, clearProblem } = useAction()
  const active = handsets.find((handset) => handset.active)
  if (active === undefined) return null
  const network = texts.networks[active.network]
  return (
    <>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <UnstyledButton
            className="status-chip status-hand"
            aria-label={`${shell.currentHandset}: ${active.label}, ${network}`}
          >
            <IconDeviceMobile size={16} aria-hidden />
            <span className="status-label">{active.label}</span>
            <span className="status-network">{network}</span>
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown className="hand-menu">
          {handsets.map(({ id, label, msisdn }) => (
            <RadioItem key={id} checked={id === active.id} onChoose={() => void run((api) => api.activateHandset(id))}>
              {label} <span className="quiet">{msisdn ?? texts.dataOnly}</span>
            </RadioItem>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Dialog opened={problem !== null} size="lg" p={0}>
        <ProblemNotice problem={problem} onClose={clearProblem} />
      </Dialog>
    </>
  )
}
