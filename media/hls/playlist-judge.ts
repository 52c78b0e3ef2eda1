import type { FaultLog } from '../fault-log.ts';
import type { FaultCode } from '../faults.ts';
import type { Playlist, PlaylistSegment, VideoSize } from '../verdict.ts';
import { attribute, isQuoted, shown, videoSizeIn } from './attributes.ts';

/** Segments that are kept: two weeks in pieces of five seconds. */
const segmentsMax = 250_000;

/** Tags that make a master playlist, RFC 8216 4.3.4. */
const masterTags = new Set([
  '#EXT-X-MEDIA',
  '#EXT-X-STREAM-INF',
  '#EXT-X-I-FRAME-STREAM-INF',
  '#EXT-X-SESSION-DATA',
  '#EXT-X-SESSION-KEY',
]);
const keyMethods = new Set(['NONE', 'AES-128', 'SAMPLE-AES', 'SAMPLE-AES-CTR']);
const datePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?$/;

/** A line of a playlist, without its end. */
export interface PlaylistLine {
  readonly text: string;
  /** Counted from 1. */
  readonly number: number;
  /** Offset of its first byte. */
  readonly offset: number;
}

/** What was said of the segment whose URI is to come. */
interface Pending {
  duration?: { readonly seconds: number; readonly line: PlaylistLine };
  discontinuity?: true;
  isRange?: true;
  programDateTimeMs?: number;
}

/** Judges a media playlist line by line against RFC 8216 and what TRTC adds, and keeps what it says. */
export class PlaylistJudge {
  readonly #log: FaultLog;
  readonly #segments: PlaylistSegment[] = [];
  /** Offsets of the segments' lines. */
  readonly #offsets: number[] = [];
  readonly #uris = new Set<string>();
  readonly #once = new Set<string>();
  #pending: Pending = {};
  #version = 1;
  #targetDuration: number | undefined;
  #mediaSequence = 0;
  #startRecTimeMs: number | undefined;
  #videoSize: VideoSize | undefined;
  #isMaster = false;
  #isTagged = false;

  constructor(log: FaultLog) {
    this.#log = log;
  }

  /** Some line was a tag of HLS. */
  get hasTags(): boolean {
    return this.#isTagged;
  }

  /** Takes the next line. */
  take(line: PlaylistLine): void {
    if (line.text === '') {
      return;
    }
    if (!line.text.startsWith('#')) {
      this.#takeUri(line);
    } else if (line.text.startsWith('#EXT')) {
      this.#isTagged = true;
      const colon = line.text.indexOf(':');
      const name = colon < 0 ? line.text.trimEnd() : line.text.slice(0, colon);
      this.#takeTag(name, colon < 0 ? '' : line.text.slice(colon + 1).trim(), line);
    }
  }

  /** The playlist is over: judges it as a whole. */
  finish(): Playlist {
    this.#dropDuration();
    if (!this.#isMaster) {
      this.#judgeWhole();
    }
    return {
      segments: this.#segments,
      targetDurationSeconds: this.#targetDuration,
      version: this.#version,
      mediaSequence: this.#mediaSequence,
      hasEndlist: this.#once.has('#EXT-X-ENDLIST'),
      startRecTimeMs: this.#startRecTimeMs,
      videoSize: this.#videoSize,
    };
  }

  #fault(code: FaultCode, line: PlaylistLine, message: string): void {
    this.#log.add(code, line.offset, message, line.number);
  }

  /** Notes a tag that may come once. */
  #takeOnce(name: string, line: PlaylistLine): void {
    if (this.#once.has(name)) {
      this.#fault('tag-repeated', line, `${name} comes again.`);
    }
    this.#once.add(name);
  }

  #takeTag(name: string, value: string, line: PlaylistLine): void {
    switch (name) {
      case '#EXTM3U':
      case '#EXT-X-ENDLIST':
        this.#takeOnce(name, line);
        return;
      case '#EXT-X-VERSION':
        this.#takeOnce(name, line);
        this.#version = this.#whole(value, 'version-malformed', line) ?? this.#version;
        return;
      case '#EXT-X-TARGETDURATION':
        this.#takeOnce(name, line);
        this.#targetDuration = this.#whole(value, 'target-duration-malformed', line);
        return;
      case '#EXT-X-MEDIA-SEQUENCE':
      case '#EXT-X-DISCONTINUITY-SEQUENCE':
        this.#takeSequence(name, value, line);
        return;
      case '#EXT-X-PLAYLIST-TYPE':
        this.#takeOnce(name, line);
        if (value !== 'VOD' && value !== 'EVENT') {
          this.#fault('playlist-type-unknown', line, `The playlist type is ${shown(value)}.`);
        }
        return;
      case '#EXT-X-TRTC-START-REC-TIME':
        this.#takeOnce(name, line);
        this.#takeStart(value, line);
        return;
      case '#EXT-X-TRTC-VIDEO-METADATA':
        this.#videoSize = videoSizeIn(value);
        return;
      default:
        this.#takeSegmentTag(name, value, line);
    }
  }

  #takeSegmentTag(name: string, value: string, line: PlaylistLine): void {
    switch (name) {
      case '#EXTINF':
        this.#takeDuration(value, line);
        return;
      case '#EXT-X-DISCONTINUITY':
        this.#pending.discontinuity = true;
        return;
      case '#EXT-X-BYTERANGE':
        this.#pending.isRange = true;
        return;
      case '#EXT-X-PROGRAM-DATE-TIME':
        this.#takeDate(value, line);
        return;
      case '#EXT-X-KEY':
        this.#takeKey(value, line);
        return;
      case '#EXT-X-MAP':
        if (!isQuoted(attribute(value, 'URI'))) {
          this.#fault('uri-malformed', line, 'The map has no quoted URI.');
        }
        return;
      default:
        if (masterTags.has(name) && !this.#isMaster) {
          this.#isMaster = true;
          this.#fault('master-playlist', line, `${name} belongs to lists of playlists.`);
        }
    }
  }

  /** A decimal integer; undefined, and a fault, for anything else. */
  #whole(value: string, code: FaultCode, line: PlaylistLine): number | undefined {
    if (/^\d{1,20}$/.test(value)) {
      return Number(value);
    }
    this.#fault(code, line, `${shown(value)} is no whole number.`);
    return undefined;
  }

  #takeSequence(name: string, value: string, line: PlaylistLine): void {
    this.#takeOnce(name, line);
    const sequence = this.#whole(value, 'media-sequence-malformed', line);
    if (name === '#EXT-X-MEDIA-SEQUENCE') {
      this.#mediaSequence = sequence ?? 0;
    }
    if (this.#segments.length > 0) {
      this.#fault('media-sequence-late', line, `${name} follows the first segment.`);
    }
  }

  #takeStart(value: string, line: PlaylistLine): void {
    // Thirteen digits: from 2001 to 2286. Seconds have ten.
    if (/^\d{13}$/.test(value)) {
      this.#startRecTimeMs = Number(value);
    } else {
      const message = `${shown(value)} is no time in milliseconds since 1970.`;
      this.#fault('start-time-malformed', line, message);
    }
  }

  #takeDuration(value: string, line: PlaylistLine): void {
    this.#dropDuration();
    // The comma is part of RFC 8216; the sample of TRTC has none, and readers do not miss it.
    const [told = ''] = value.split(',', 1);
    const seconds = /^(?:\d+(?:\.\d*)?|\.\d+)$/.test(told.trim()) ? Number(told) : NaN;
    if (!Number.isFinite(seconds)) {
      this.#fault('duration-malformed', line, `${shown(told)} is no duration.`);
    } else if (told.includes('.') && this.#version < 3) {
      const message = `Version ${this.#version} has no durations with decimals.`;
      this.#fault('version-too-low', line, message);
    }
    this.#pending.duration = { seconds: Number.isFinite(seconds) ? seconds : 0, line };
  }

  /** Another duration, or the end, comes before the URI of this one. */
  #dropDuration(): void {
    const { duration } = this.#pending;
    if (duration !== undefined) {
      this.#fault('duration-without-uri', duration.line, 'No segment follows this duration.');
    }
  }

  #takeDate(value: string, line: PlaylistLine): void {
    const time = datePattern.test(value) ? Date.parse(value) : NaN;
    if (Number.isNaN(time)) {
      this.#fault('date-malformed', line, `${shown(value)} is no date.`);
    } else {
      this.#pending.programDateTimeMs = time;
    }
  }

  #takeKey(value: string, line: PlaylistLine): void {
    const method = attribute(value, 'METHOD');
    if (method === undefined || !keyMethods.has(method)) {
      this.#fault('key-malformed', line, `The method ${shown(method ?? '')} is unknown.`);
    } else if (method !== 'NONE' && !isQuoted(attribute(value, 'URI'))) {
      this.#fault('key-malformed', line, `The key of the method ${method} has no quoted URI.`);
    }
  }

  #takeUri(line: PlaylistLine): void {
    const { duration, discontinuity = false, isRange = false, programDateTimeMs } = this.#pending;
    this.#pending = {};
    const uri = line.text;
    if (this.#isMaster) {
      return;
    }
    if (/[\s<>"{}|\\^`]|%(?![\da-f]{2})/i.test(uri) || !URL.canParse(uri, 'https://a.invalid/')) {
      this.#fault('uri-malformed', line, `${shown(uri)} is no URI.`);
    }
    if (duration === undefined) {
      this.#fault('uri-without-duration', line, `${shown(uri)} has no duration.`);
    }
    if (this.#once.has('#EXT-X-ENDLIST')) {
      this.#fault('segment-after-end', line, `${shown(uri)} follows the end of the list.`);
    }
    if (this.#segments.length >= segmentsMax) {
      if (this.#segments.length === segmentsMax && this.#log.count('playlist-too-large') === 0) {
        this.#fault('playlist-too-large', line, `Segments behind ${segmentsMax} are left out.`);
      }
      return;
    }
    if (this.#uris.has(uri) && !isRange) {
      this.#fault('segment-repeated', line, `${shown(uri)} is listed again.`);
    }
    this.#uris.add(uri);
    this.#offsets.push(line.offset);
    this.#segments.push({
      uri,
      durationSeconds: duration?.seconds ?? 0,
      discontinuity,
      ...(programDateTimeMs === undefined ? {} : { programDateTimeMs }),
      line: line.number,
    });
  }

  #judgeWhole(): void {
    const target = this.#targetDuration;
    if (!this.#once.has('#EXT-X-TARGETDURATION')) {
      this.#log.add('target-duration-missing', 0, 'No target duration is told.');
    }
    if (this.#segments.length === 0) {
      this.#log.add('no-segments', 0, 'No segment is listed.');
    }
    if (!this.#once.has('#EXT-X-ENDLIST')) {
      this.#log.add('endlist-missing', 0, 'The list has no end.');
    }
    this.#segments.forEach(({ durationSeconds, line }, index) => {
      if (target !== undefined && Math.round(durationSeconds) > target) {
        const message = `A segment of ${durationSeconds} s is longer than ${target} s.`;
        const offset = this.#offsets[index] ?? 0;
        this.#log.add('target-duration-exceeded', offset, message, line);
      }
    });
  }
}
