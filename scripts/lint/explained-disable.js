/**
 * What ESLint's own declarations do not name yet.
 *
 * @typedef {object} Directive
 * @property {string} type
 * @property {string} justification
 * @property {{ loc?: { start: { line: number } } | null }} node
 * @typedef {{ getDisableDirectives(): { directives: Directive[] } }} WithDirectives
 */

/**
 * An `eslint-disable` comment says why, after two dashes; a bare one hides a decision.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const explainedDisable = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      unexplained: 'Say why the rule is off here: "{{directive}} rule -- reason".',
    },
  },
  create(context) {
    const sourceCode = /** @type {WithDirectives} */ (/** @type {unknown} */ (context.sourceCode));
    return {
      Program() {
        for (const { type, node, justification } of sourceCode.getDisableDirectives().directives) {
          if (type !== 'enable' && justification === '') {
            context.report({
              // At the start of the line: behind the comment its own directive would hide the report.
              loc: { line: node.loc?.start.line ?? 1, column: 0 },
              messageId: 'unexplained',
              data: { directive: `eslint-${type}` },
            });
          }
        }
      },
    };
  },
};
