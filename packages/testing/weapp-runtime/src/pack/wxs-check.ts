// Refuses what JavaScript has and WXS lacks.
import type { Node } from 'acorn'
import { type AnyNode, isNode, isPropertyName, listChildren } from './syntax-tree'
import { NODE_NAMES, REFUSED_OPERATORS, RESERVED_NAMES, WXS_NODES } from './wxs-language'

export class WxsProblem extends Error {
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message)
  }
}

/** @throws WxsProblem */
export function checkNode(node: Node): void {
  const problem = findProblem(node as AnyNode)
  if (problem) throw new WxsProblem(problem, node.loc?.start.line ?? 1)
  for (const child of listChildren(node)) {
    if (!isPropertyName(node as AnyNode, child)) checkNode(child)
  }
}

function findProblem(node: AnyNode): string | null {
  const { type, operator, name, regex } = node
  if (!WXS_NODES.includes(type)) return `WXS has no ${NODE_NAMES[type] ?? type}`
  if (REFUSED_OPERATORS.includes(String(operator))) return `WXS has no operator ${operator}`
  if (regex) return 'WXS has no /…/: use getRegExp'
  if (type === 'Identifier' && !/^\w+$/.test(String(name)))
    return `WXS allows no name ${name}: only letters, digits and _`
  const reserved = listDeclared(node).find((each) => RESERVED_NAMES.includes(each))
  return reserved === undefined ? findVariant(node) : `WXS reserves the name ${reserved}`
}

/** Newer forms of what WXS has. The short form `{ a }` is fine: a published library relies on it, Vant's cascader. */
function findVariant({ type, kind, generator, method, computed }: AnyNode): string | null {
  if (type === 'VariableDeclaration' && kind !== 'var') return `WXS has no ${kind}`
  if (generator) return 'WXS has no generators'
  if (type !== 'Property') return null
  if (kind !== 'init') return `WXS has no ${kind} in an object`
  return method || computed ? 'WXS has no methods and computed names in an object' : null
}

/** Lists the names that a node itself declares. */
export function listDeclared({ id, params = [] }: AnyNode): string[] {
  return [id, ...(params as unknown[])]
    .filter(isNode)
    .flatMap(({ type, name }) => (type === 'Identifier' ? [String(name)] : []))
}
