/** Where a completed file lies, as its callback says it. */
export interface ObsAddress {
  /** URL of the region's object storage, with any scheme. */
  readonly obsLocation: string;
  readonly obsBucket: string;
  /** The object's key relative to the bucket's root. */
  readonly obsObject: string;
}

/**
 * The `download_url` of a file: `https://` bucket `.` host of the location `/` key, the key's folders and name
 * percent-encoded where a URL needs it.
 * @returns undefined where `obsLocation` is no URL with a host.
 * Clause `downloadUrl`.
 */
export function downloadUrlOf({
  obsLocation,
  obsBucket,
  obsObject,
}: ObsAddress): string | undefined {
  const host = /^[a-z]+:\/\/(?<host>[^/?#]+)/iu.exec(obsLocation)?.groups?.['host'];
  return host === undefined
    ? undefined
    : `https://${obsBucket}.${host}/${obsObject.split('/').map(encodeURIComponent).join('/')}`;
}

/** The `obs_location` of a region: `http://obs.cn-north-4.myhuaweicloud.com`. Clause `sampleCallback`. */
export function obsLocationOf(region: string): string {
  return `http://obs.${region}.myhuaweicloud.com`;
}
