/** A node as fast-xml-parser gives it in document order: one key for the element, `:@` for its attributes. */
export type XmlNode = Readonly<Record<string, unknown>>;

interface Rule {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Elements that may stand inside, in this order; `*` may be repeated. */
  readonly children: string;
  readonly text?: true;
}

const numbers = ['tests', 'failures', 'errors', 'skipped', 'time'];

/** What the JUnit schemas of Ant, Maven Surefire and Jenkins have in common, in the strictest of their orders. */
const rules: Readonly<Record<string, Rule>> = {
  testsuites: {
    required: [],
    optional: ['name', 'time', 'tests', 'failures', 'errors'],
    children: '(testsuite,)*',
  },
  testsuite: {
    required: ['name', 'tests', 'failures', 'errors'],
    optional: ['skipped', 'time', 'timestamp', 'hostname', 'id', 'package'],
    children: '(properties,)?(testcase,)*(system-out,)?(system-err,)?',
  },
  properties: { required: [], optional: [], children: '(property,)*' },
  property: { required: ['name', 'value'], optional: [], children: '' },
  testcase: {
    required: ['name', 'classname', 'time'],
    optional: [],
    children: '(skipped,)?(error,)?(failure,)?(system-out,)?(system-err,)?',
  },
  skipped: { required: [], optional: ['type', 'message'], children: '', text: true },
  error: { required: ['type'], optional: ['message'], children: '', text: true },
  failure: { required: ['type'], optional: ['message'], children: '', text: true },
  'system-out': { required: [], optional: [], children: '', text: true },
  'system-err': { required: [], optional: [], children: '', text: true },
};

/** Breaches of the common JUnit schema, one line each; empty for a valid document. */
export function junitFaults(document: readonly XmlNode[]): readonly string[] {
  const roots = document.filter((node) => nameOf(node) !== '?xml');
  const [root] = roots;
  return roots.length !== 1 || root === undefined || nameOf(root) !== 'testsuites'
    ? ['the root is not one testsuites element']
    : faultsOf(root);
}

function faultsOf(node: XmlNode): readonly string[] {
  const name = nameOf(node);
  const rule = rules[name];
  if (rule === undefined) {
    return [`unknown element ${name}`];
  }
  const attributes = attributesOf(node);
  const inside = childrenOf(node);
  const elements = inside.filter((child) => nameOf(child) !== '#text');
  const sequence = elements.map((child) => `${nameOf(child)},`).join('');
  const hasText = inside.some(
    ({ '#text': text }) => typeof text === 'string' && text.trim() !== '',
  );
  return [
    ...rule.required.filter((key) => !(key in attributes)).map((key) => `${name} lacks ${key}`),
    ...Object.keys(attributes)
      .filter((key) => !rule.required.includes(key) && !rule.optional.includes(key))
      .map((key) => `${name} has an unknown attribute ${key}`),
    ...numbers
      .filter((key) => key in attributes && !/^\d+(?:\.\d+)?$/.test(attributes[key] ?? ''))
      .map((key) => `${name} ${key} is no number`),
    ...(new RegExp(`^${rule.children}$`).test(sequence) ? [] : [`${name} holds ${sequence}`]),
    ...(hasText && rule.text !== true ? [`${name} holds text`] : []),
    ...(name === 'testsuite' ? figureFaults(attributes, elements) : []),
    ...elements.flatMap(faultsOf),
  ];
}

/** The figures of a suite are those of its cases, and its time stamp has no zone. */
function figureFaults(
  attributes: Readonly<Record<string, string>>,
  elements: readonly XmlNode[],
): readonly string[] {
  const cases = elements.filter((element) => nameOf(element) === 'testcase');
  const withChild = (name: string): number =>
    cases.filter((one) => childrenOf(one).some((child) => nameOf(child) === name)).length;
  const expected: Readonly<Record<string, number>> = {
    tests: cases.length,
    failures: withChild('failure'),
    errors: withChild('error'),
    skipped: withChild('skipped'),
  };
  const stamp = attributes['timestamp'];
  return [
    ...Object.entries(expected)
      .filter(([key, value]) => key in attributes && Number(attributes[key]) !== value)
      .map(([key, value]) => `testsuite ${key} is not ${value}`),
    ...(stamp === undefined || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(stamp)
      ? []
      : [`timestamp ${stamp} is no ISO date and time without a zone`]),
  ];
}

function nameOf(node: XmlNode): string {
  return Object.keys(node).find((key) => key !== ':@') ?? '';
}

function childrenOf(node: XmlNode): readonly XmlNode[] {
  const children = node[nameOf(node)];
  return Array.isArray(children) ? (children as readonly XmlNode[]) : [];
}

function attributesOf(node: XmlNode): Readonly<Record<string, string>> {
  return (node[':@'] ?? {}) as Readonly<Record<string, string>>;
}
