import type { Sentences } from '../../sentences.ts';

/** Titles and hints of the checks of agreement. */
export const agreement: Sentences = {
  'Every MP4 file that a 310 calls stored is in the folder of its task.':
    '310 通知已存储的每个 MP4 文件都在其任务的文件夹中。',
  'Look for a rule that deletes, a failed copy, or a prefix that the callbacks’ tasks do not lie below.':
    '检查是否有删除规则、失败的复制，或回调的任务不在该前缀之下。',
  'Every playlist that a 304 calls uploaded is in the folder of its task.':
    '304 通知已上传的每个播放列表都在其任务的文件夹中。',
  'BeginTimeStamp of a 307 is the start of recording that the playlist tells.':
    '307 的 BeginTimeStamp 等于播放列表给出的录制开始时间。',
  'Both are unix milliseconds of one moment: neither depends on a zone.':
    '两者都是同一时刻的 unix 毫秒：都与时区无关。',
  'Every received callback of on-cloud recording has the documented fields.':
    '收到的每个云端录制回调都有文档规定的字段。',
  'Keep bodies as they were received, byte for byte; a log that cuts or escapes them loses what they say.':
    '按收到的原样逐字节保存正文；截断或转义正文的日志会丢失其内容。',
  'Of every playlist and MP4 file of a task that is over some callback has told.':
    '已结束任务的每个播放列表和 MP4 文件都有回调通知过。',
  'The callback was lost: after a minute of retries only the bucket tells of the file.':
    '回调已丢失：重试一分钟之后，只有存储桶知道该文件。',
  'Callbacks name no user of a mixed file.': '关于混流文件的回调不指明用户。',
  'Do not file a mixed recording under one of the users.': '不要把混流录制归到某个用户名下。',
  'An MP4 file lasts from StartTimeStamp to EndTimeStamp of its 310.':
    'MP4 文件的时间从其 310 的 StartTimeStamp 到 EndTimeStamp。',
  'The conversion or an upload broke off, or pauses were left out of the file.':
    '转换或上传中断，或文件略去了暂停。',
  'UserId, MediaId and TrackType in a 310 are those of the MP4 file.':
    '310 中的 UserId、MediaId 和 TrackType 与 MP4 文件一致。',
  'Compare the callback with the room’s log: the file or the callback is another stream’s.':
    '将回调与房间日志比较：文件或回调属于另一路流。',
  'A task with recovered files has a 306 for each recovery.':
    '有恢复文件的任务，每次恢复都有一个 306。',
  'The callback was lost, or a file was renamed.': '回调已丢失，或文件被重命名。',
  'Callbacks of a task carry the room, in its type, that the names of its files carry.':
    '任务的回调所带的房间号及其类型与文件名称一致。',
  'An integer room and the string of its digits are two rooms: keep the type.':
    '整型房间与其数字的字符串是两个房间：要保留类型。',
  'UserId and TrackType of a 307 are those in the playlist’s name.':
    '307 的 UserId 和 TrackType 与播放列表的名称一致。',
  'When a 305 says that everything is stored, all playlists and segments of the task are there.':
    '305 通知全部存储时，任务的所有播放列表和切片都已存在。',
  'Every file that a callback calls complete is in the bucket.':
    '回调通知完成的每个文件都在存储桶中。',
  'Look for a rule that deletes, a failed copy, or a prefix that the files do not lie below.':
    '检查是否有删除规则、失败的复制，或文件不在该前缀之下。',
  'Every received callback has the documented fields, and they agree with each other.':
    '收到的每个回调都有文档规定的字段，且彼此一致。',
  'Keep bodies as they were received, byte for byte; a log that cuts or rewrites them loses what they say.':
    '按收到的原样逐字节保存正文；截断或改写正文的日志会丢失其内容。',
  'A job goes on in a new file only at the recording length or after a pause that the declared rule does not merge.':
    '只有到达录制周期，或在所声明规则不合并的暂停之后，任务才继续录制到新文件。',
  'Declare the rule that was in force when the rooms were created.': '声明创建房间时生效的规则。',
  'Of every recording in the bucket a callback tells that it is complete.':
    '存储桶中的每个录制文件都有回调通知完成。',
  'A callback was lost: look into the bucket for what callbacks did not tell.':
    '有回调丢失：到存储桶中查找回调没有通知的内容。',
  'Name and callback of a file tell the same stream, room, job and format.':
    '文件的名称与回调给出相同的流、房间、任务和格式。',
  'Take room and job from the callback’s fields, never from the name.':
    '房间和任务取自回调的字段，绝不要取自名称。',
  'A file lasts as long as its callback says, but for pauses that it merges.':
    '文件时长与其回调所说一致，其合并的暂停除外。',
  'Compare with the service’s own copy: the file was cut, joined or replaced.':
    '与服务一侧的副本比较：文件被切分、合并或替换。',
  'The time in a name lies between the start and the end that its callback tells.':
    '名称中的时间介于回调给出的开始与结束之间。',
  'Names and callbacks both carry UTC; declare --dialect spark-name-utc8 if names are at UTC+8.':
    '名称和回调都用 UTC；若名称为 UTC+8，声明 --dialect spark-name-utc8。',
  'The pictures of an MP4 file have the size that its callback says.':
    'MP4 文件的画面大小与其回调所说一致。',
  'Look for a program that scales or converts the recordings.':
    '检查是否有程序缩放或转换录制文件。',
};
