import type { Phrases } from '../../phrases.ts';

/** What findings say of TRTC’s recordings and of the callbacks that were received for them. */
export const trtc: Phrases = {
  'at least one object named {1}, with the SdkAppId {2}':
    '至少一个名称为 {1} 的对象，SdkAppId 为 {2}',
  'a folder with the id of the task before the name': '名称之前以任务 ID 命名的文件夹',
  'the name alone': '只有名称',
  'the Base64 of an id, with - for / and . for =': 'ID 的 Base64，其中 / 写作 -，= 写作 .',
  'year, month, day, hour, minute, second and millisecond as 17 digits':
    '17 位数字的年、月、日、时、分、秒和毫秒',
  'a media playlist as RFC 8216 has it': '符合 RFC 8216 的媒体播放列表',
  'the object {1} in the folder of the task, because {2}': '任务文件夹中的对象 {1}，因为{2*}',
  'a 304 called it uploaded': '有 304 通知它已上传',
  'a 310 called it stored': '有 310 通知它已存储',
  'a 305 called everything stored': '有 305 通知全部已存储',
  'task {1}': '任务 {1}',
  'a callback {1} that names it': '给出其名称的回调 {1}',
  'none, though callbacks say that the task is over': '没有，尽管回调说明任务已结束',
  'a callback 306 for each of {1} recoveries': '{1} 次恢复各有一个回调 306',
  'the playlist {1}': '播放列表 {1}',
  'none that lists its {1} segments': '没有列出其 {1} 个切片的播放列表',
  'BeginTimeStamp {1}, the start of recording in the playlist':
    'BeginTimeStamp 为 {1}，即播放列表中的录制开始时间',
  'BeginTimeStamp {1}, the start of recording in the first segment’s name':
    'BeginTimeStamp 为 {1}，即第一个切片名称中的录制开始时间',
  '{1}, {2} s later': '{1}，晚 {2} 秒',
  '{1}, {2} s later (dialect trtc-ts-utc8)': '{1}，晚 {2} 秒（方言 trtc-ts-utc8）',
  '{1}, as the name says': '{1}，与名称一致',
  '{1} alone, as the 310 says': '只有 {1}，与 310 一致',
  '{1} alone, as the name says': '只有 {1}，与名称一致',
  'it holds {1}': '它含有 {1}',
  'it holds neither': '它两者都没有',
  '{1} s, from StartTimeStamp to EndTimeStamp': '{1} 秒，从 StartTimeStamp 到 EndTimeStamp',
  'callbacks of the room {1}, as the names of the task’s files say':
    '房间 {1} 的回调，与任务文件的名称一致',
  'callbacks of the room {1}': '房间 {1} 的回调',
  'callbacks of the room {1} (dialect trtc-roomid-always-string)':
    '房间 {1} 的回调（方言 trtc-roomid-always-string）',
  'a name that begins with {1}_, as the task’s other files':
    '以 {1}_ 开头的名称，与任务的其他文件相同',
  'one that begins with {1}_': '以 {1}_ 开头',
  '{1} before UserId_s_ and UserId_e_': 'UserId_s_ 和 UserId_e_ 前为 {1}',
  'a name that says {1}': '名称中为 {1}',
  'one that says {1}': '名称中为 {1}',
  'one that says {1} (dialect trtc-type-audiovideo)': '名称中为 {1}（方言 trtc-type-audiovideo）',
  '{1} s to {2} s, without and with pauses, as the segments of the stream':
    '{1} 秒至 {2} 秒（不含和含暂停），与该流的切片一致',
  '{1} s in {2} files': '{2} 个文件共 {1} 秒',
  'a segment whose name is the playlist’s and a time': '名称为播放列表名称加时间的切片',
  'a segment that began later than {1}': '比 {1} 晚开始的切片',
  '#EXT-X-DISCONTINUITY where another section begins': '另一段开始处有 #EXT-X-DISCONTINUITY',
  'none after a gap of {1} s': '间隔 {1} 秒之后没有',
  'a first segment named {1}, the start of recording in the playlist':
    '第一个切片的名称为 {1}，即播放列表中的录制开始时间',
  '{1}, as {2}, which is of the same task': '{1}，与同一任务的 {2} 相同',
  'an index in all names of a recording that was cut, or in none':
    '被切分的录制全部名称都带索引，否则都不带',
  '{1} is of the same recording and has none': '{1} 属于同一录制却没有索引',
  'no index, because the recording was not cut': '没有索引，因为录制没有切分',
  'the index 1, and no other file of this recording': '索引为 1，而该录制没有其他文件',
  'the index {1} first': '首先是索引 {1}',
  'the index {1} after {2}': '{2} 之后的索引 {1}',
  'at most {1} streams of a room at the same time': '同一房间同时最多 {1} 路流',
  '{1} streams': '{1} 路流',
  '#EXT-X-TRTC-START-REC-TIME with unix milliseconds': '带 unix 毫秒的 #EXT-X-TRTC-START-REC-TIME',
  '#EXT-X-TRTC-VIDEO-METADATA with width and height': '带宽和高的 #EXT-X-TRTC-VIDEO-METADATA',
  'no such line': '没有该行',
  'It lies in no task’s folder.': '它不在任何任务的文件夹中。',
  'One of its folders has no name.': '它的某个文件夹没有名称。',
  'Its name has none of the forms of a recording.': '它的名称不是录制文件的任何一种形式。',
  'Its name does not begin with {1}.': '它的名称不以 {1} 开头。',
  '{1} is neither a room number nor the Base64 of a room.':
    '{1} 既不是房间号码，也不是房间号的 Base64。',
  'An MP4 file’s name has neither a recovery, a type nor a time.':
    'MP4 文件的名称不含恢复标记、类型和时间。',
  'A playlist’s or segment’s name has a type and no index.':
    '播放列表或切片的名称含类型，不含索引。',
  'A playlist’s name has no time.': '播放列表的名称不含时间。',
  '{1} is not the Base64 of a user.': '{1} 不是用户的 Base64。',
};
