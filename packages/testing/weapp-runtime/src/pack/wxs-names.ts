// Which names of a WXS module belong to nobody: neither to the module nor to WXS.
import type { Node } from 'acorn'
import { type AnyNode, isPropertyName, listChildren } from './syntax-tree'
import { listDeclared } from './wxs-check'
import { WXS_NAMES } from './wxs-language'

export interface WxsNames {
  /** The nodes of names that are read and exist nowhere. */
  readonly foreign: ReadonlySet<Node>
  /** Names that are assigned without a declaration: globals, which the module gets for itself. */
  readonly assigned: ReadonlySet<string>
}

interface Use {
  readonly node: AnyNode
  readonly isAssigned: boolean
}

export function findNames(program: Node): WxsNames {
  const unknown: Use[] = []
  collect(program as AnyNode, new Set(WXS_NAMES), unknown)
  const assigned = new Set(unknown.filter((each) => each.isAssigned).map(({ node }) => String(node.name)))
  const foreign = unknown.map(({ node }) => node).filter(({ name }) => !assigned.has(String(name)))
  return { foreign: new Set(foreign), assigned }
}

/** @param known the names of the scopes around the function or program */
function collect(scope: AnyNode, known: ReadonlySet<string>, unknown: Use[]): void {
  const inside = new Set([...known, ...listDeclared(scope), ...listVariables(scope)])
  if (scope.type !== 'Program') inside.add('arguments')
  visit(scope, inside, unknown)
}

function visit(node: AnyNode, known: ReadonlySet<string>, unknown: Use[]): void {
  for (const child of listChildren(node)) {
    if (isPropertyName(node, child)) continue
    if (isFunction(child)) collect(child, known, unknown)
    else if (child.type !== 'Identifier') visit(child, known, unknown)
    else if (!known.has(String(child.name))) {
      unknown.push({
        node: child,
        isAssigned: node.type === 'UpdateExpression' || (node.left === child && node.type === 'AssignmentExpression'),
      })
    }
  }
}

/** Lists the variables and functions that a function or program declares, wherever inside. */
function listVariables(node: AnyNode): string[] {
  return listChildren(node).flatMap((child) => {
    if (child.type === 'FunctionDeclaration') return listDeclared(child).slice(0, 1)
    if (isFunction(child)) return []
    return [...(child.type === 'VariableDeclarator' ? listDeclared(child) : []), ...listVariables(child)]
  })
}

function isFunction({ type }: Node): boolean {
  return type === 'FunctionDeclaration' || type === 'FunctionExpression'
}
