import type { Finding, Observations } from '#harness/check.ts';
import { countedState } from '#harness/state/arm-state.ts';
import type { Symbolic } from '#harness/state/symbolic.ts';
import { againSuffix, besideArms } from './relations.ts';

type Seen = Pick<Observations, 'arms'>;

/** Where a file stands in a state. */
interface Company {
  /** Keys of the subjects in whose answers it stands. */
  readonly subjects: ReadonlySet<string>;
  /** Tasks that stand in one row with it, or in the nearest row or key that it lies below. */
  readonly tasks: ReadonlySet<string>;
}

/**
 * A file that stands in the answer for its room, and in one row with its task, when its news come alone must do so
 * beside other news. Says nothing of files that are not shown beside them, nor of states that show files without tasks:
 * a row is an item of a list or what an identifier is the key of, never the state as a whole.
 */
export function expectOwnCompany({ arms }: Seen): readonly Finding[] {
  const companyIn = (name: string, file: string): readonly Company[] =>
    [name, `${name}${againSuffix}`].flatMap((arm) => {
      const record = arms.get(arm);
      return record === undefined ? [] : [companyOf(countedState(record).state, file)];
    });
  const { both, one, other } = besideArms;
  const files = new Set(
    (arms.get(both)?.arm.names ?? []).flatMap(({ symbol }) => /^F\d+/u.exec(symbol) ?? []),
  );
  return [one, other].flatMap((alone) =>
    [...files].flatMap((file) => {
      const [usual, beside] = [companyIn(alone, file), companyIn(both, file)];
      return (
        [
          ['subjects', 'the answer for'],
          ['tasks', 'one row with'],
        ] as const
      ).flatMap(([where, words]) => {
        const own = commonOf(usual.map((company) => company[where]));
        const now = new Set(beside.flatMap((company) => [...company[where]]));
        return own.length === 0 || now.size === 0 || own.some((symbol) => now.has(symbol))
          ? []
          : [
              {
                at: both,
                code: 'file-elsewhere',
                expected: `${file} in ${words} ${own.join(', ')}, as with ${alone}`,
                actual: `${file} in ${words} ${[...now].join(', ')}`,
              },
            ];
      });
    }),
  );
}

function commonOf(sets: readonly ReadonlySet<string>[]): readonly string[] {
  const [first = new Set<string>(), ...others] = sets;
  return [...first].filter((symbol) => others.every((set) => set.has(symbol)));
}

function companyOf(state: Symbolic, file: string): Company {
  const company = { subjects: new Set<string>(), tasks: new Set<string>() };
  if (state.kind === 'object') {
    for (const [key, answer] of state.entries) {
      walk(answer, [], file, (tasks) => {
        company.subjects.add(key);
        tasks.forEach((task) => company.tasks.add(task));
      });
    }
  }
  return company;
}

type Visit = (tasks: readonly string[]) => void;

/** Visits every place of a file with the tasks of the nearest row around it that names some. */
function walk(node: Symbolic, tasks: readonly string[], file: string, visit: Visit): void {
  if (node.kind === 'leaf') {
    if (namesFile(node.text, file)) {
      visit(nearest(tasksIn(node.text), tasks));
    }
    return;
  }
  if (node.kind === 'list') {
    for (const item of node.items) {
      walk(item, nearest(tasksOfRow(item), tasks), file, visit);
    }
    return;
  }
  for (const [key, item] of node.entries) {
    const named = nearest(tasksIn(key), tasks);
    const inRow = key.includes('⟦') ? nearest(tasksOfRow(item), named) : named;
    if (namesFile(key, file)) {
      visit(inRow);
    }
    walk(item, inRow, file, visit);
  }
}

function nearest(inner: readonly string[], outer: readonly string[]): readonly string[] {
  return inner.length > 0 ? inner : outer;
}

/** Tasks that a row's own columns name, and those of objects in them; not what lists and keyed rows in it hold. */
function tasksOfRow(row: Symbolic): readonly string[] {
  if (row.kind !== 'object') {
    return [];
  }
  return [...row.entries].flatMap(([key, value]) => {
    if (key.includes('⟦') || value.kind === 'list') {
      return [];
    }
    return value.kind === 'leaf' ? tasksIn(value.text) : tasksOfRow(value);
  });
}

function tasksIn(text: string): readonly string[] {
  return [...text.matchAll(/⟦(T\d+)⟧/gu)].flatMap(([, task]) => task ?? []);
}

function namesFile(text: string, file: string): boolean {
  return text.includes(`⟦${file}⟧`) || text.includes(`⟦${file}-`);
}
