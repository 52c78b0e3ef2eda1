import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Members whose value is a sentence for people, printed and never read by the product. */
const proseMembers = new Set(['title', 'hint', 'label', 'statement', 'untestable', 'reading']);

/** What holds the units that sampling takes or leaves as one: top-level declarations and members of classes. */
const unitParents = new Set(['Program', 'ExportNamedDeclaration', 'ClassBody']);

/** What stands there and holds units itself. */
const unitHolders = new Set(['ExportNamedDeclaration', 'ClassDeclaration']);

/** Every how many units are mutated; 1 for all. */
const every = Math.max(1, Number(process.env['MUTATION_SAMPLE'] ?? 1));

/**
 * As much of Babel's view of a node as is looked at; Stryker leaves its type to whoever has Babel's.
 *
 * @typedef {object} Node
 * @property {string} type
 * @property {number} [end]
 * @property {{ readonly start: { readonly line: number, readonly column: number } }} [loc]
 * @property {{ readonly type: string, readonly name: string }} [key] Of an object's property.
 * @property {Node} [value] Of an object's property.
 *
 * @typedef {{ readonly node: Node, readonly parent?: Node }} NodePath
 */

/** @param {unknown} path @returns {NodePath} */
function asPath(path) {
  return /** @type {NodePath} */ (path);
}

/** A number that follows from a place in a file, spread evenly. @param {string} text */
function spread(text) {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  }
  return hash >>> 0;
}

export const strykerPlugins = [
  /**
   * Leaves prose alone: a title with other words is no defect that a test should find. Texts that the product compares
   * (codes, names, kinds) are none, and neither are `expected`, `actual` and error messages: they tell a user what is
   * wrong.
   */
  declareValuePlugin(PluginKind.Ignore, 'prose', {
    shouldIgnore(path) {
      const { node, parent } = asPath(path);
      const isText = node.type === 'StringLiteral' || node.type === 'TemplateLiteral';
      return isText &&
        parent?.type === 'ObjectProperty' &&
        parent.value === node &&
        parent.key?.type === 'Identifier' &&
        proseMembers.has(parent.key.name)
        ? 'prose'
        : undefined;
    },
  }),
  /**
   * Takes every n-th function, method or other top-level declaration by its place in the file, the same ones each time.
   * What is taken is mutated as a whole: Stryker can leave out no node without what is in it, so that a sample of
   * statements would try the bodies and branches of all of them.
   */
  declareValuePlugin(PluginKind.Ignore, 'sample', {
    shouldIgnore(path) {
      const { node, parent } = asPath(path);
      const isUnit = unitParents.has(parent?.type ?? '') && !unitHolders.has(node.type);
      if (every === 1 || !isUnit) {
        return undefined;
      }
      const { line = 0, column = 0 } = node.loc?.start ?? {};
      return spread(`${line}:${column}:${node.end ?? 0}`) % every === 0 ? undefined : 'not sampled';
    },
  }),
];
