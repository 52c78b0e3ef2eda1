/** The object stores whose URIs are understood; each is a URI scheme. */
export type ProviderName = 's3' | 'cos' | 'obs';

/** How a bucket is named in a request: in the host (`bucket.host/key`) or in the path (`host/bucket/key`). */
export type Addressing = 'virtual' | 'path';

/** Environment variables that carry one set of credentials; `tokens` are tried in order and may all be absent. */
export interface CredentialVariables {
  readonly id: string;
  readonly secret: string;
  readonly tokens: readonly string[];
}

/** What differs between object stores that speak the S3 protocol. Data only; one adapter serves them all. */
export interface ProviderProfile {
  readonly name: ProviderName;
  /** For people: `Tencent COS`. */
  readonly title: string;
  /** Regional host without the bucket. */
  readonly hostOf: (region: string) => string;
  /** Domains of the provider itself; an endpoint elsewhere is somebody's own server and gets path addressing. */
  readonly domains: readonly string[];
  /** Valid bucket names, and the rule in words. */
  readonly bucketName: RegExp;
  readonly bucketRule: string;
  /** A region as an example for messages. */
  readonly regionExample: string;
  /** Variables that name the region when the URI does not. */
  readonly regionVariables: readonly string[];
  /** Region to sign with when an endpoint of one's own is given and no region; absent where one must be said. */
  readonly regionOfOwnEndpoint?: string;
  /** Names under which the provider's own tools read credentials; the first complete set wins. */
  readonly credentials: readonly [CredentialVariables, ...CredentialVariables[]];
}

const s3: ProviderProfile = {
  name: 's3',
  title: 'S3',
  hostOf: (region) =>
    region.startsWith('cn-') ? `s3.${region}.amazonaws.com.cn` : `s3.${region}.amazonaws.com`,
  domains: ['amazonaws.com', 'amazonaws.com.cn'],
  // Wider than today's AWS rule: radosgw and old buckets know capitals and underscores.
  bucketName: /^[a-z\d][\w.-]{1,253}[a-z\d]$/i,
  bucketRule: '3 to 255 letters, digits, ".", "-" or "_", with a letter or digit at both ends',
  regionExample: 'eu-central-1',
  regionVariables: ['AWS_REGION', 'AWS_DEFAULT_REGION'],
  regionOfOwnEndpoint: 'us-east-1',
  credentials: [
    { id: 'AWS_ACCESS_KEY_ID', secret: 'AWS_SECRET_ACCESS_KEY', tokens: ['AWS_SESSION_TOKEN'] },
  ],
};

const cos: ProviderProfile = {
  name: 'cos',
  title: 'Tencent COS',
  hostOf: (region) => `cos.${region}.myqcloud.com`,
  domains: ['myqcloud.com', 'tencentcos.cn', 'tencentcos.com'],
  bucketName: /^(?=.{3,63}$)[a-z\d](?:[a-z\d-]*[a-z\d])?-\d{5,}$/,
  bucketRule:
    'the bucket\'s full name "name-appid": lower-case letters, digits and "-", ending in the account\'s APPID',
  regionExample: 'ap-guangzhou',
  regionVariables: [],
  credentials: [
    {
      id: 'TENCENTCLOUD_SECRET_ID',
      secret: 'TENCENTCLOUD_SECRET_KEY',
      tokens: ['TENCENTCLOUD_SESSION_TOKEN', 'TENCENTCLOUD_TOKEN', 'TENCENTCLOUD_SECURITY_TOKEN'],
    },
    { id: 'COS_SECRET_ID', secret: 'COS_SECRET_KEY', tokens: ['COS_SECURITY_TOKEN'] },
  ],
};

const obs: ProviderProfile = {
  name: 'obs',
  title: 'Huawei OBS',
  hostOf: (region) => `obs.${region}.myhuaweicloud.com`,
  domains: ['myhuaweicloud.com', 'myhuaweicloud.eu'],
  bucketName: /^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/,
  bucketRule: '3 to 63 lower-case letters, digits, "." or "-", with a letter or digit at both ends',
  regionExample: 'cn-north-4',
  regionVariables: [],
  credentials: [
    {
      id: 'HUAWEICLOUD_SDK_AK',
      secret: 'HUAWEICLOUD_SDK_SK',
      tokens: ['HUAWEICLOUD_SDK_SECURITY_TOKEN'],
    },
    {
      id: 'OBS_ACCESS_KEY_ID',
      secret: 'OBS_SECRET_ACCESS_KEY',
      tokens: ['OBS_SECURITY_TOKEN'],
    },
  ],
};

/** Every known object store by its URI scheme. */
export const providers: Readonly<Record<ProviderName, ProviderProfile>> = { s3, cos, obs };
