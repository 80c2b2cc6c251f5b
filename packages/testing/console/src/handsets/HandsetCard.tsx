// One handset: its SIM, its network, its address, and whether it is the current one.
import { type HandsetView, NETWORKS, type Network } from '@local-number/simulator-contract'
import { ActionIcon, Badge, Box, Button, Card, Group, NativeSelect, Text, Title } from '@mantine/core'
import { IconDeviceMobileCheck, IconPencil, IconTrash } from '@tabler/icons-react'
import { CopyIcon } from '../shell/CopyIcon'
import { ProblemNotice } from '../shell/notices'
import { useAction } from '../state/use-action'
import { useTexts } from '../texts/words'
import { getHandsetLabel } from '../timeline/handset-label'
import { Inbox } from './Inbox'
import { useHandsets } from './use-handsets'

export interface HandsetCardProps {
  readonly handset: HandsetView
  readonly onEdit: () => void
  readonly onRemove: () => void
}

/** The system, and what is unusual about the handset. */
function HandsetFacts({ handset }: { readonly handset: HandsetView }) {
  const { handsets: texts } = useTexts()
  const { os, osVersion, mobileData, iot, blocked, upgradesHttpImages } = handset
  const unusual = { upgradesHttpImages, mobileData, iot, blocked }
  const names = (Object.keys(unusual) as (keyof typeof unusual)[]).filter((name) => unusual[name])
  return (
    <Text size="sm" c="dimmed">
      {[`${texts.systems[os]} ${osVersion}`, ...names.map((name) => texts.facts[name])].join(' · ')}
    </Text>
  )
}

export function HandsetCard({ handset, onEdit, onRemove }: HandsetCardProps) {
  const { handsets: texts } = useTexts()
  const all = useHandsets()
  const { busy, problem, run } = useAction()
  const { id, label, msisdn, carrier, network, hotspot, origin, active } = handset
  return (
    <Card component="li" withBorder className={`card ${active ? 'card-active' : ''}`}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Box miw={0}>
          <Title order={2} size="h4">
            {label}
          </Title>
          <Text c="dimmed" size="sm">
            <code>{id}</code> · {texts.carriers[carrier]}
          </Text>
        </Box>
        <Group gap={2} wrap="nowrap" flex="none">
          <ActionIcon variant="subtle" color="gray" onClick={onEdit} aria-label={texts.editHandset(label)}>
            <IconPencil size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" onClick={onRemove} aria-label={texts.removeHandset(label)}>
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <Text className="big-number">{msisdn ?? texts.noNumber}</Text>
      <HandsetFacts handset={handset} />
      {hotspot !== null && (
        <Text size="sm" c="dimmed">
          {texts.onHotspot(getHandsetLabel(hotspot, all))}
        </Text>
      )}
      <Group gap={4} wrap="nowrap" className="address">
        <code>{origin}</code>
        <CopyIcon value={origin} label={texts.copyOrigin(label)} />
      </Group>
      <Inbox handset={id} />
      <ProblemNotice problem={problem} />
      <Group justify="space-between" mt="auto" pt="sm" gap="xs">
        <NativeSelect
          aria-label={texts.networkLabel(label)}
          size="xs"
          value={network}
          data={NETWORKS.map((value) => ({ value, label: texts.networks[value] }))}
          onChange={({ currentTarget: { value } }) => void run((api) => api.setNetwork(id, value as Network))}
        />
        {active ? (
          <Badge className="badge-active" size="lg">
            {texts.active}
          </Badge>
        ) : (
          <Button
            size="xs"
            variant="default"
            loading={busy}
            leftSection={<IconDeviceMobileCheck size={16} aria-hidden />}
            aria-label={texts.makeHandsetCurrent(label)}
            onClick={() => void run((api) => api.activateHandset(id))}
          >
            {texts.makeCurrent}
          </Button>
        )}
      </Group>
    </Card>
  )
}
