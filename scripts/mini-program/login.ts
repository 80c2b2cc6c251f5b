// Logs in with the compiled component: once the user agrees, the login retrieves the number or falls back.
import { type Files, readText } from './files'
import type { Platform } from './platforms'
import { ScriptPage, type ViewNode } from './script-page'

const IMAGE = 'getMobile.htm'

/** Finds what is wrong with the login in a build, one sentence each. */
export async function findLoginProblems(files: Files, platform: Platform): Promise<string[]> {
  try {
    const page = new ScriptPage(files, platform.api)
    await page.waitUntil(() => page.text.includes('本机号码登录'))
    const heading = { node: page.find('lnl-title'), attribute: 'aria-role', value: 'heading' }
    const headingProblems = findAttributeProblems(files, platform, heading)
    page.fire('tap', 'lnl-consent')
    await page.waitUntil(() => page.has('lnl-checkbox-ticked'))
    page.fire('tap', 'lnl-button')
    return [
      ...headingProblems,
      ...(platform.retrievesNumber
        ? await findRetrievalProblems(files, platform, page)
        : await findFallbackProblems(page)),
    ]
  } catch (error) {
    return [String(error)]
  }
}

async function findRetrievalProblems(files: Files, platform: Platform, page: ScriptPage): Promise<string[]> {
  await page.waitUntil(() => page.nodes.some(isImage) && page.sent.length > 0)
  return page.nodes
    .filter(isImage)
    .flatMap((node) =>
      findAttributeProblems(files, platform, { node, attribute: 'referrer-policy', value: 'no-referrer' }),
    )
}

async function findFallbackProblems(page: ScriptPage): Promise<string[]> {
  await page.waitUntil(() => page.text.includes('当前设备不支持本机号码登录'))
  return [
    ...(page.handedOver.some((change) => change.includes(IMAGE)) ? ['the image is mounted before the fallback'] : []),
    ...(page.sent.length > 0 ? ['a request is sent before the fallback'] : []),
  ]
}

function isImage(node: ViewNode): boolean {
  return Object.values(node).some((value) => String(value).includes(IMAGE))
}

interface ExpectedAttribute {
  readonly node: ViewNode
  readonly attribute: string
  readonly value: string
}

/** Script and template must use the same alias for an attribute, or it never reaches the platform. */
function findAttributeProblems(files: Files, platform: Platform, { node, attribute, value }: ExpectedAttribute) {
  const alias = Object.keys(node).find((name) => node[name] === value)
  const templates = readText(files, `base.${platform.template}`).split('<template ')
  const template = templates.find((text) => text.startsWith(`name="tmpl_0_${node.nn}"`)) ?? ''
  return template.includes(`${attribute}="{{i.${alias}}}"`) ? [] : [`${attribute} is lost between script and template`]
}
