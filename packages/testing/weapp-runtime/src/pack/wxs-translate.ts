// Translates WXS to JavaScript. Every access to a member, every `this` and every name that WXS lacks goes through
// `src/logic/wxs.ts`, so that a script reaches what WXS documents and nothing else.
import type { Node } from 'acorn'
import { type AnyNode, listChildren } from './syntax-tree'
import type { WxsNames } from './wxs-names'

/** The runtime's part, under a name that WXS does not allow. */
export const WXS_RUNTIME = '$wxs'

export function translate(source: string, program: Node, { foreign, assigned }: WxsNames): string {
  /** Returns the source of a node, with its inner nodes translated. */
  const keep = (node: Node): string => {
    let at = node.start
    let text = ''
    for (const child of listChildren(node)) {
      text += source.slice(at, child.start) + write(child, node as AnyNode)
      at = child.end
    }
    return text + source.slice(at, node.end)
  }
  /** Writes a node that had its own brackets, or none, as one of several parameters. */
  const writeParameter = (node: AnyNode): string =>
    node.type === 'SequenceExpression' ? `(${write(node)})` : write(node)
  const writeKey = ({ computed, property }: AnyNode): string =>
    computed ? writeParameter(property as AnyNode) : JSON.stringify((property as AnyNode).name)
  const writeMember = (node: AnyNode, parent?: AnyNode): string => {
    const object = node.object as AnyNode
    if (!isTarget(node, parent)) return `${WXS_RUNTIME}.get(${writeParameter(object)}, ${writeKey(node)})`
    // A bracket at the beginning of a line would continue the line before.
    const text = PLAIN.includes(object.type) ? write(object) : `(${write(object)})`
    return `${text}[${WXS_RUNTIME}.toKey(${writeKey(node)})]`
  }
  const writeCall = (node: AnyNode): string => {
    const callee = node.callee as AnyNode
    const parameters = (node.arguments as AnyNode[]).map(writeParameter).join(', ')
    if (callee.type === 'MemberExpression') {
      return `${WXS_RUNTIME}.call(${writeParameter(callee.object as AnyNode)}, ${writeKey(callee)}, [${parameters}])`
    }
    if (callee.name === 'require') return `require(${parameters.replace(/\.wxs(["'])$/, '$1')})`
    return keep(node)
  }
  const write = (node: AnyNode, parent?: AnyNode): string => {
    if (node.type === 'MemberExpression') return writeMember(node, parent)
    if (node.type === 'CallExpression') return writeCall(node)
    if (node.type === 'ThisExpression') return `${WXS_RUNTIME}.toThis(this)`
    if (foreign.has(node) && parent?.operator !== 'typeof') return `${WXS_RUNTIME}.refuse(${JSON.stringify(node.name)})`
    if (foreign.has(node)) return 'undefined'
    if (node.type === 'Property') return `${keep(node.key as AnyNode)}: ${write(node.value as AnyNode)}`
    return keep(node)
  }
  const declared = assigned.size > 0 ? `var ${[...assigned].join(', ')};` : ''
  // The script may end with a comment.
  return `${declared}${keep(program)}\n`
}

/** Objects whose translation begins with a name. */
const PLAIN: readonly string[] = ['Identifier', 'ThisExpression', 'MemberExpression']

/** Whether a member is changed rather than read. */
function isTarget(node: Node, parent?: AnyNode): boolean {
  if (!parent) return false
  const { type, left, argument, operator } = parent
  if (type === 'AssignmentExpression') return left === node
  if (type === 'UpdateExpression') return argument === node
  return type === 'UnaryExpression' && operator === 'delete'
}
