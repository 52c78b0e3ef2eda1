import { getOptions, parse, setOptions } from 'hls-parser';

/** What the library says when it refuses a playlist; anything else that it throws is its own failure. */
const refusal = /^(?:Invalid Playlist|Param Check|Conditional \w+)(?: :)? ?/i;

/** It takes a target duration of 0, which is right for segments below half a second, for none. */
const zeroTarget = 'The EXT-X-TARGETDURATION tag is REQUIRED';

/** Longest text that is given to the library: some of its checks compare every date range with every other. */
const textLengthMax = 4 * 1024 * 1024;
const dateRangesMax = 1000;

/**
 * What a strict reader (hls-parser) has against a media playlist, in its words; undefined where it has nothing, cannot
 * read it, or where the text is too long for it. It knows rules of many tags that recordings seldom have.
 */
export function strictRefusal(text: string): string | undefined {
  if (text.length > textLengthMax || text.split('#EXT-X-DATERANGE').length > dateRangesMax) {
    return undefined;
  }
  const before = getOptions();
  // The library's options are those of the whole process.
  setOptions({ strictMode: true });
  try {
    // It fails over titles that are not ASCII.
    parse(text.replaceAll(/^(#EXTINF:[^,\r\n]*),[^\r\n]*/gm, '$1,'));
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const told = refusal.test(message) ? message.replace(refusal, '') : undefined;
    return told === zeroTarget ? undefined : told;
  } finally {
    setOptions({ strictMode: before.strictMode ?? false });
  }
}
