import { describe, expect, test } from 'vitest';
import { isSameName } from '#suites/kit/making.ts';
import { services } from '../registry.ts';
import { contextOf } from '../context.ts';
import { signatureBy } from './signature.ts';

/** The dialects that change how callbacks are signed are among all of a service: each is tried alone. */
const readings = services.flatMap(({ suite, reference }) =>
  [[], ...suite.dialects.map(({ name }) => [name])].map(
    (dialects) => [suite.service, dialects.join('+'), suite, reference.appId, dialects] as const,
  ),
);

describe('the recipe of a service', () => {
  test.each(readings)(
    '%s %s makes the signatures that the suite sends',
    (_, __, suite, appId, dialect) => {
      const context = contextOf({ appId, dialect }, 'test-key-0123456789', null);
      const recipe = suite.signing?.(dialect);
      expect(recipe).toBeDefined();
      const probes = suite
        .preflight(context)
        .filter(({ dialects }) => dialects.join() === dialect.join());
      expect(probes.length).toBeGreaterThan(0);
      for (const { send } of probes) {
        const { headers, query = [] } = send.request;
        const carried = recipe?.in === 'query' ? query : headers;
        const [, value] = carried.find(([name]) => isSameName(name, recipe?.name ?? '')) ?? [];
        expect(recipe && signatureBy(recipe, send.request, context.secretKey)).toBe(value);
      }
    },
  );
});
