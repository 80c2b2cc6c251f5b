// Reading the parser's syntax tree.
import type { Node } from 'acorn'

/** A node of any type: its members depend on the type. */
export type AnyNode = Node & { readonly [member: string]: unknown }

export function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
}

/** Lists the nodes directly inside a node, in the order of the source. */
export function listChildren(node: Node): AnyNode[] {
  const children = Object.values(node).flatMap((value: unknown) => (Array.isArray(value) ? value : [value]))
  return children.filter(isNode).sort((a, b) => a.start - b.start)
}

/** The members of nodes that hold a name which is no variable: of a property, and of a member of an object. */
export function isPropertyName(parent: AnyNode, child: Node): boolean {
  if (parent.type === 'MemberExpression') return parent.computed === false && parent.property === child
  return parent.type === 'Property' && parent.key === child
}
