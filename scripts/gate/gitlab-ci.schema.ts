/**
 * The part of GitLab's schema of CI files that the template uses, told in our own words after the keyword reference
 * (docs.gitlab.com/ci/yaml) and the schema that GitLab's editor publishes
 * (gitlab.com/gitlab-org/gitlab, app/assets/javascripts/editor/schema/ci.json). No package ships that schema. What is
 * not told here is refused: a keyword that the template comes to use is to be looked up first.
 */
export const gitlabCiSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  patternProperties: { '^\\.[a-z][a-z-]*$': { $ref: '#/definitions/job' } },
  additionalProperties: false,
  minProperties: 1,
  definitions: {
    text: { type: 'string', minLength: 1 },
    texts: { type: 'array', minItems: 1, items: { $ref: '#/definitions/text' } },
    job: {
      type: 'object',
      additionalProperties: false,
      required: ['script'],
      properties: {
        extends: {
          oneOf: [{ $ref: '#/definitions/text' }, { $ref: '#/definitions/texts' }],
        },
        image: { $ref: '#/definitions/text' },
        variables: {
          type: 'object',
          propertyNames: { pattern: '^[A-Z][A-Z0-9_]*$' },
          additionalProperties: { type: ['string', 'number'] },
        },
        script: { $ref: '#/definitions/texts' },
        when: { enum: ['on_success', 'on_failure', 'never', 'always', 'manual', 'delayed'] },
        parallel: { type: 'integer', minimum: 1, maximum: 200 },
        needs: { type: 'array', items: { $ref: '#/definitions/text' } },
        artifacts: {
          type: 'object',
          additionalProperties: false,
          properties: {
            when: { enum: ['on_success', 'on_failure', 'always'] },
            paths: { $ref: '#/definitions/texts' },
            expire_in: { $ref: '#/definitions/text' },
            reports: {
              type: 'object',
              additionalProperties: false,
              properties: {
                junit: {
                  oneOf: [{ $ref: '#/definitions/text' }, { $ref: '#/definitions/texts' }],
                },
              },
            },
          },
        },
      },
    },
  },
} as const;
