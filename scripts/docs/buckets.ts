import {
  providers,
  type CredentialVariables,
  type ProviderProfile,
} from '#harness/buckets/providers.ts';
import { code, table } from './markdown.ts';

/** The bucket URIs by provider, and the variables in which credentials are looked for. */
export function renderBuckets(): string {
  const stores = Object.values(providers).map((profile) => [
    code(uriOf(profile)),
    profile.title,
    profile.credentials.map(variablesOf).join('<br>or '),
  ]);
  return table(
    ['URI', 'Where', 'Credentials from the environment'],
    [[code('./folder'), 'a folder, for instance a copy of the bucket', 'none'], ...stores],
  ).join('\n');
}

const bucketExamples: Readonly<Record<ProviderProfile['name'], string>> = {
  s3: 'bucket',
  cos: 'name-1250000000',
  obs: 'bucket',
};

function uriOf({ name, regionExample }: ProviderProfile): string {
  return `${name}://${bucketExamples[name]}/prefix?region=${regionExample}`;
}

function variablesOf({ id, secret, tokens }: CredentialVariables): string {
  const [token] = tokens;
  return [code(id), code(secret), ...(token === undefined ? [] : [`(${code(token)})`])].join(' ');
}
