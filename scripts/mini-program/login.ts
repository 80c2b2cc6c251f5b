// The component within a compiled mini-program: the user agrees, and what happens is what the platform allows.
import type { Files } from './files'
import { type OpenPage, openPage, type ViewNode } from './logic'
import type { Platform } from './platforms'

const IMAGE = 'getMobile.htm'
const isImage = (node: ViewNode) => Object.values(node).some((value) => String(value).includes(IMAGE))

/** Everything against the login's conduct, one sentence each. */
export async function loginComplaints(folder: string, files: Files, platform: Platform): Promise<string[]> {
  try {
    const page = openPage(folder, platform.api)
    await page.until(() => page.text().includes('同意并继续'))
    const heading = attributeComplaints(files, platform, page.find('lnl-title'), 'aria-role', 'heading')
    page.fire('change', 'lnl-consent', { value: ['agreed'] })
    await page.until(() => Object.values(page.find('lnl-checkbox')).includes(true))
    page.fire('tap', 'lnl-button')
    return [
      ...heading,
      ...(await (platform.takesNumbers ? takingComplaints(files, platform, page) : fallbackComplaints(page))),
    ]
  } catch (cause) {
    return [String(cause)]
  }
}

async function takingComplaints(files: Files, platform: Platform, page: OpenPage): Promise<string[]> {
  await page.until(() => page.nodes().some(isImage) && page.called.includes('request'))
  return page
    .nodes()
    .filter(isImage)
    .flatMap((image) => attributeComplaints(files, platform, image, 'referrer-policy', 'no-referrer'))
}

async function fallbackComplaints(page: OpenPage): Promise<string[]> {
  await page.until(() => page.text().includes('这里不支持本机号码登录'))
  return [
    ...(page.handedOver.some((change) => change.includes(IMAGE)) ? ['the image is mounted'] : []),
    ...(page.called.includes('request') ? ['something is sent'] : []),
  ]
}

/** Script and template name an attribute alike, or it never reaches the platform. */
function attributeComplaints(files: Files, platform: Platform, node: ViewNode, attribute: string, value: string) {
  const alias = Object.keys(node).find((name) => node[name] === value)
  const templates = files.get(`base.${platform.template}`)?.toString('utf8') ?? ''
  const own = templates.split('<template ').find((text) => text.startsWith(`name="tmpl_0_${node.nn}"`)) ?? ''
  return own.includes(`${attribute}="{{i.${alias}}}"`) ? [] : [`${attribute} is lost between script and template`]
}
