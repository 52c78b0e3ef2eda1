import type { Sentences } from '../../sentences.ts';

/** Statements and readings of the clauses of TRTC’s recordings and their storage. */
export const trtcRecording: Sentences = {
  'Single-stream recording records each user by itself, mixed-stream recording puts all users of a room into one result.':
    '单流录制分别录制每个用户，混流录制把房间的全部用户合为一个结果。',
  'Single-stream recording leaves one playlist and its segments for the audio and one for the video of each recorded anchor.':
    '单流录制为每个被录制主播的音频和视频各留下一个播放列表及其切片。',
  'Mixed-stream recording leaves one playlist and its segments.':
    '混流录制留下一个播放列表及其切片。',
  'The recorded files are uploaded to the storage that the request names.':
    '录制文件上传到请求所指定的存储。',
  'Merging and transcoding the segments is left to the integrator.':
    '切片的合并和转码由接入方负责。',
  'The recording API takes 20 requests a second.': '录制 API 每秒接受 20 个请求。',
  'A request to the recording API times out after 6 seconds.': '对录制 API 的请求 6 秒超时。',
  'Up to 100 tasks of an application run at the same time unless more were granted.':
    '除非另获更多配额，一个应用最多同时运行 100 个任务。',
  'Single-stream recording takes up to 25 streams of a room at the same time.':
    '单流录制最多同时录制房间的 25 路流。',
  'A stream is one user’s primary stream or substream with its audio and video; those that appear while 25 are recorded are left out.':
    '一路流是一个用户的主流或辅流及其音频和视频；已录制 25 路时新出现的流不录制。',
  'A TaskId identifies one recording task and no other.': '一个 TaskId 只标识一个录制任务。',
  'The integrator keeps the TaskId that the start request returns for later calls.':
    '接入方保存启动请求返回的 TaskId，供以后调用。',
  'All streams of the room are recorded, at most 25, unless the request lists the users whose streams are.':
    '除非请求列出要录制的用户，否则录制房间的全部流，最多 25 路。',
  'The named storage has to exist and to be usable.': '指定的存储必须存在且可用。',
  'The recording of a stream starts when the service receives its first data, at the server’s unix time.':
    '服务收到一路流的首个数据时开始录制它，以服务器的 unix 时间为准。',
  'The query API tells the start time in milliseconds as BeginTimeStamp.':
    '查询 API 以毫秒给出开始时间 BeginTimeStamp。',
  'The playlist tells the start time in unix milliseconds with the directive EXT-X-TRTC-START-REC-TIME.':
    '播放列表以指令 EXT-X-TRTC-START-REC-TIME 给出 unix 毫秒的开始时间。',
  'The callback 307 tells the start time in unix milliseconds as BeginTimeStamp.':
    '回调 307 以 BeginTimeStamp 给出 unix 毫秒的开始时间。',
  'A playlist is an HLS playlist of version 3 that lists its segments with their lengths by name and ends with EXT-X-ENDLIST.':
    '播放列表是版本 3 的 HLS 播放列表，按名称列出切片及其时长，以 EXT-X-ENDLIST 结尾。',
  'As the sample playlist; a playlist under way has no end yet.':
    '与示例播放列表相同；录制中的播放列表还没有结尾。',
  'A video’s playlist tells its picture’s width and height with EXT-X-TRTC-VIDEO-METADATA.':
    '视频的播放列表以 EXT-X-TRTC-VIDEO-METADATA 给出画面的宽和高。',
  'As the sample playlist, which is of a video stream; an audio stream has no picture.':
    '与示例播放列表相同，它属于视频流；音频流没有画面。',
  'A segment lasts about 12 seconds.': '一个切片约 12 秒。',
  'As in the sample playlist; no length is promised, and the last may be shorter.':
    '与示例播放列表相同；不承诺时长，最后一个可以更短。',
  'A mixed picture can carry up to 25 watermarks, each with a place, a size and a URL.':
    '混流画面最多可带 25 个水印，各有位置、大小和 URL。',
  'The query API tells the state and the files of a running task, and fails once it has ended.':
    '查询 API 给出运行中任务的状态和文件，任务结束后查询失败。',
  'A task that the query API calls idle 15 seconds after its start finds no audio or video to record.':
    '启动 15 秒后查询 API 仍称为空闲的任务，没有可录制的音频或视频。',
  'A change of parameters replaces all of them, so the request repeats those that stay.':
    '更改参数会替换全部参数，因此请求要重复保持不变的参数。',
  'A task ends when the integrator stops it.': '接入方停止任务时，任务结束。',
  'A task ends by itself when no anchor was in the room for longer than MaxIdleTime.':
    '房间内没有主播的时间超过 MaxIdleTime 时，任务自行结束。',
  'It is 30 seconds unless the request says otherwise, as the API reference has it; the time counts while no anchor is in the room, whether or not those present publish.':
    '除非请求另有指定，为 30 秒，与 API 参考相同；从房间内没有主播时开始计时，与在场者是否发布流无关。',
  'With MP4 as additional format the HLS files are converted after the recording has ended, and the MP4 files are uploaded beside them.':
    '以 MP4 为附加格式时，录制结束后转换 HLS 文件，MP4 文件上传到同一位置。',
  'MP4 recording needs permission to read the bucket.': 'MP4 录制需要读取存储桶的权限。',
  'An MP4 recording is cut into several files at 24 hours and at 2 GB.':
    'MP4 录制在 24 小时和 2 GB 处切分为多个文件。',
  'A file is at most that long and at most 2^31 bytes large.': '文件最长为此，且最大 2^31 字节。',
  'A task that records to VOD stores an MP4 file there after its end, and a callback tells the playback URL.':
    '录制到点播（VOD）的任务结束后在其中存储一个 MP4 文件，并以回调给出播放 URL。',
  'In VOD there is one playback URL for each recorded anchor in single-stream mode, and one in mixed-stream mode.':
    '在点播（VOD）中，单流模式下每个被录制的主播有一个播放 URL，混流模式下共有一个。',
  'One for each of the anchor’s streams, and one more for each cut of a file.':
    '主播的每路流一个，文件每切分一次再加一个。',
  'A task records to COS or to VOD, never to both.':
    '任务录制到 COS 或点播（VOD），不会同时录制到两者。',
  'The query API lists no files of a task that records to VOD.':
    '对录制到点播（VOD）的任务，查询 API 不列出文件。',
  'A start request that met an internal error is repeated with growing pauses, and one that met a wrong parameter is corrected.':
    '遇到内部错误的启动请求以逐渐加长的间隔重试，参数错误的则需更正。',
  'The recording robot has a user ID that no other user of the room has.':
    '录制机器人的用户 ID 与房间内的其他用户都不同。',
  'A room is an integer or a string, and the two types are never the same room.':
    '房间号是整数或字符串，两种类型绝不是同一房间。',
  'The integer 123 and the string 123 are two rooms, as the client SDKs say.':
    '整数 123 与字符串 123 是两个房间，客户端 SDK 也如此说明。',
  'An integer room lies between 1 and 4294967294.': '整型房间号在 1 至 4294967294 之间。',
  'A string room has at most 64 bytes of 89 ASCII letters, digits and marks.':
    '字符串房间号最长 64 字节，由 89 个 ASCII 字母、数字和符号组成。',
  'Among the marks are the underscore, the blank and quotes of no kind.':
    '允许的符号包括下划线和空格，不包括任何引号。',
  'The files of a task can be found by asking the API, by composing their names, from the callbacks, or in the bucket.':
    '任务的文件可以通过查询 API、拼出名称、读取回调或查看存储桶得到。',
  'What a lost callback would have told can still be found out from the bucket.':
    '丢失的回调本应说明的内容，仍可从存储桶中得知。',
};
