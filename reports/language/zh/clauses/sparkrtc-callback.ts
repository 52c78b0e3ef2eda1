import type { Sentences } from '../../sentences.ts';

/** Statements and readings of the clauses of SparkRTC’s callbacks. */
export const sparkrtcCallback: Sentences = {
  'Notifications are HTTP POST requests.': '通知是 HTTP POST 请求。',
  'Any JSON object in UTF-8: key order, white space and escapes are the sender’s choice, the sample is only one.':
    '任何 UTF-8 的 JSON 对象：键的顺序、空白和转义由发送方决定，示例只是其中一种。',
  'A notification is answered with the status 200.': '通知以状态码 200 应答。',
  'The answer’s body is JSON of the receiver’s own choice.': '应答的正文是接收端自定的 JSON。',
  'Nothing is said of an answer without a body.': '对没有正文的应答未作说明。',
  'The callback key has 32 to 64 characters.': '回调密钥为 32 至 64 个字符。',
  'One example of the API has 16; it is taken for an abridged one.':
    'API 的一个示例为 16 个字符；视为缩写。',
  'A completed file’s notification looks like the sample.': '文件完成的通知与示例一致。',
  'For its fields only: its object key follows an older naming.':
    '只用其字段：其对象键遵循较旧的命名。',
  'Where no key is set, notifications carry none of the authentication headers.':
    '未设置密钥时，通知不带任何鉴权头部。',
  'So a receiver that has a key refuses what comes without headers.':
    '因此设有密钥的接收端拒绝没有头部的请求。',
  'A notification carries the headers X-Rtc-Rand, X-Rtc-Timestamp and X-Rtc-Signature.':
    '通知带有头部 X-Rtc-Rand、X-Rtc-Timestamp 和 X-Rtc-Signature。',
  'HTTP compares header names without letter case.': 'HTTP 比较头部名称时不区分大小写。',
  'The signature is the HMAC-SHA256 of rand, timestamp and body, one behind the other, under the callback key, so a receiver can tell genuine notifications from forged ones.':
    '签名是用回调密钥对依次相接的 rand、时间戳和正文计算的 HMAC-SHA256，使接收端能够区分真实与伪造的通知。',
  'What is signed is the body as it was sent, not a rewritten JSON text.':
    '签名的对象是发送时的正文，而不是重写后的 JSON 文本。',
  'The page’s message is the request’s body; any rewriting would be another message.':
    '本页所说的消息就是请求的正文；任何改写都会成为另一份消息。',
  'The signature’s text is 64 lower-case hexadecimal digits.':
    '签名的文本是 64 位小写十六进制数字。',
  'X-Rtc-Timestamp is a time.': 'X-Rtc-Timestamp 是一个时间。',
  'Neither unit nor a window of validity is said: seconds of unix time are sent, and receivers take it as text.':
    '既未说明单位，也未说明有效时间窗：发送的是 unix 时间的秒数，接收端按文本处理。',
  'RECORD_NEW_FILE_START says that a new file is begun.':
    'RECORD_NEW_FILE_START 表示开始了一个新文件。',
  'Of a job and a format, not of a named file: no field tells two files of one job apart, so starts cannot be counted.':
    '指任务和格式，不指明文件：没有字段能区分同一任务的两个文件，因此无法统计开始的次数。',
  'RECORD_FILE_COMPLETE says that a file is complete.': 'RECORD_FILE_COMPLETE 表示一个文件已完成。',
  'CLOUD_RECORD_SERVER_OVER says that a recording job has ended.':
    'CLOUD_RECORD_SERVER_OVER 表示一个录制任务已结束。',
  'As the event table has it; examples of the API say CLOUD_RECORD_OVER, and the SDK knows the two events of files only.':
    '以事件表为准；API 的示例写的是 CLOUD_RECORD_OVER，SDK 只知道关于文件的两种事件。',
  'No field of a notification is mandatory.': '通知的任何字段都不是必填的。',
  'A receiver takes what is there; without a job, stream or object there may be nothing to keep.':
    '有什么接收端就用什么；没有任务、流或对象时，可能没有可保存的内容。',
  'The field job_id is a string, the recording job’s ID.':
    '字段 job_id 是字符串，即录制任务的 ID。',
  'Unique over rooms and users; without underscores, as in the sample.':
    '在房间和用户之间唯一；不含下划线，与示例相同。',
  'The strings app_id, room_id and stream_name say whose recording it is.':
    '字符串 app_id、room_id 和 stream_name 说明是谁的录制。',
  'The user stands in no field but inside stream_name, where underscores of identifiers are not escaped.':
    '用户不在任何字段中，只在 stream_name 内，而标识符的下划线在其中不转义。',
  'The field record_format is HLS or MP4.': '字段 record_format 为 HLS 或 MP4。',
  'URL, duration, picture size, times and OBS address are told with RECORD_FILE_COMPLETE alone.':
    'URL、时长、画面大小、时间和 OBS 地址只由 RECORD_FILE_COMPLETE 给出。',
  'A completed file’s notification has its size in bytes as file_size.':
    '文件完成的通知以 file_size 给出其字节数。',
  'In the sample, not in the table of fields: it may be absent like all others.':
    '见于示例，不见于字段表：与其他字段一样可能没有。',
  'The field record_duration is the file’s length in whole seconds.':
    '字段 record_duration 是文件的时长，为整秒。',
  'From start_time to end_time, as in the sample; with merged pauses the media may be shorter than that.':
    '从 start_time 到 end_time，与示例相同；有被合并的暂停时，媒体可能更短。',
  'The times start_time and end_time are written YYYY-MM-DDThh:mm:ssZ at UTC.':
    '时间 start_time 和 end_time 写作 YYYY-MM-DDThh:mm:ssZ，为 UTC。',
  'The fields obs_location, obs_bucket and obs_object say where the file lies.':
    '字段 obs_location、obs_bucket 和 obs_object 说明文件的位置。',
  'The object is the key from the bucket’s root; of an HLS recording it names the playlist.':
    '对象是从桶的根起的对象键；HLS 录制中它指播放列表。',
  'The address download_url leads to the file for a download and is not for playback.':
    '地址 download_url 用于下载文件，不用于播放。',
  'The scheme https, then bucket and host of obs_location, then obs_object, as in the sample; percent-encoded where a URL needs it.':
    '协议 https，然后是 obs_location 的桶和主机，再是 obs_object，与示例相同；URL 需要之处百分号编码。',
};
