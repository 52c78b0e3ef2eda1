import type { Sentences } from '../../sentences.ts';

/** Statements and readings of the clauses of TRTC’s callbacks. */
export const trtcCallback: Sentences = {
  'Callbacks go to an HTTP or HTTPS gateway that the integrator registers in the console.':
    '回调发往接入方在控制台登记的 HTTP 或 HTTPS 网关。',
  'When a recording event happens, a callback tells the registered server.':
    '发生录制事件时，以回调通知登记的服务器。',
  'Callbacks are HTTP or HTTPS requests with the method POST.':
    '回调是以 POST 方法发送的 HTTP 或 HTTPS 请求。',
  'The characters of a callback are UTF-8.': '回调的字符为 UTF-8。',
  'The body of a callback is one JSON text.': '回调的正文是一段 JSON 文本。',
  'Any JSON text; the signed examples are indented with tabs, newer samples are compact.':
    '任何 JSON 文本；带签名的示例以制表符缩进，较新的示例是紧凑的。',
  'A callback is answered with the status 200.': '回调以状态码 200 应答。',
  'Exactly 200: any other status counts as a failed delivery.':
    '恰为 200：其他任何状态码都算投递失败。',
  'What the answer’s body says does not matter; {"code":0} is recommended.':
    '应答正文的内容无关紧要，建议为 {"code":0}。',
  'A callback carries the content type application/json.': '回调的内容类型为 application/json。',
  'Perhaps with a charset.': '可能带有 charset。',
  'A callback carries its signature in the header Sign.': '回调在头部 Sign 中带有签名。',
  'A callback names the application in the header SdkAppId.': '回调在头部 SdkAppId 中指明应用。',
  'The header is not signed: alone it proves nothing.': '该头部未经签名：单凭它不能证明任何事。',
  'The signature is the padded Base64 of the HMAC-SHA256 of the body under the callback key, so a receiver can tell genuine callbacks from forged ones.':
    '签名是用回调密钥对正文计算的 HMAC-SHA256 的带填充 Base64，使接收端能够区分真实与伪造的回调。',
  'What is signed are the bytes of the body as they came, not a rewritten JSON text.':
    '签名的对象是收到的正文原始字节，而不是重写后的 JSON 文本。',
  'With real tabs and line feeds, as the published vector proves.':
    '包含真正的制表符和换行符，公开的测试向量可以证明。',
  'The callback key is optional and has at most 32 letters and digits.':
    '回调密钥可选，最多 32 个字母和数字。',
  'EventGroupId is the number 3 for on-cloud recording.': 'EventGroupId 是数字，云端录制为 3。',
  'EventType is a number that says what happened.': 'EventType 是数字，说明发生了什么。',
  'CallbackTs is the unix time in milliseconds at which the callback is sent.':
    'CallbackTs 是发送回调的 unix 时间（毫秒）。',
  'EventInfo is an object that tells of the event.': 'EventInfo 是对象，给出事件的信息。',
  'RoomId is the room in the type that it has at the client, a string or a number.':
    'RoomId 是房间号，类型与客户端相同，为字符串或数字。',
  'A number for integer rooms and a string for string rooms, so that the two stay apart; a sample shows digits as a string.':
    '整型房间为数字，字符串房间为字符串，使两者不相混；有一个示例把数字写成字符串。',
  'EventTs is the unix time of the event in seconds.': 'EventTs 是事件的 unix 时间（秒）。',
  'A number, as the table says; the samples of 301, 302 and 307 have a string.':
    '数字，以表格为准；301、302 和 307 的示例是字符串。',
  'EventMsTs is the unix time of the event in milliseconds.':
    'EventMsTs 是事件的 unix 时间（毫秒）。',
  'Present, as in the editions since 2024; the edition of 2022 does not have it.':
    '存在，与 2024 年以来的版本相同；2022 年的版本没有。',
  'UserId of EventInfo is the recording robot’s.': 'EventInfo 的 UserId 是录制机器人的用户 ID。',
  'Never a recorded user; those are in the payloads.': '绝不是被录制的用户；那些在 Payload 中。',
  'TaskId is a string that identifies one recording task.': 'TaskId 是字符串，标识一个录制任务。',
  'Real ones begin with a hyphen or end with a dot.': '真实的编号会以连字符开头或以点结尾。',
  'Payload is an object whose form depends on the event type.':
    'Payload 是对象，其形式取决于事件类型。',
  'Every callback carries all the listed fields with their listed types.':
    '每个回调都以列出的类型带有列出的全部字段。',
  'The tables mark none as optional; where two editions differ both forms are valid.':
    '表格没有把任何字段标为可选；两个版本不同时，两种形式都有效。',
  'Fields are never removed from callbacks, but new ones may appear.':
    '回调的字段不会删除，但可能出现新字段。',
  'New event types may appear in the same way.': '新的事件类型可能以同样方式出现。',
  'An answer has at most 2000 bytes, header and body together.':
    '应答的头部和正文合计不超过 2000 字节。',
  'A callback that is not answered within 5 seconds counts as failed.':
    '5 秒内未得到应答的回调视为失败。',
  'A callback that failed is sent again at once, then every 10 seconds until it is one minute old.':
    '失败的回调立即重发，之后每 10 秒重发一次，直到满一分钟。',
  'A re-send carries the time at which it is sent, so its body and signature may be new.':
    '重发带有其发送时间，因此正文和签名可能是新的。',
  'Call kits wrap the callback into an envelope of their own.':
    '含 UI 的通话组件会把回调装入自己的外层结构。',
  'The callback 301 says with Status whether the recording module has started (0) or failed to (1).':
    '回调 301 以 Status 说明录制模块已启动（0）或启动失败（1）。',
  'The callback 302 says that the recording module has stopped.': '回调 302 说明录制模块已停止。',
  'The recording has ended; uploads and conversions may go on, so it is not the last word.':
    '录制已结束；上传和转换可能继续，因此它不是最后的通知。',
  'LeaveCode of a 302 says why the recording robot left.':
    '302 的 LeaveCode 说明录制机器人离开的原因。',
  'The callback 303 says with Status whether the upload module has started (0) or failed to (1).':
    '回调 303 以 Status 说明上传模块已启动（0）或启动失败（1）。',
  'Of tasks that record to COS only, as later editions say.':
    '指只录制到 COS 的任务，与较新的版本相同。',
  'The callback 304 names a playlist when it has been uploaded for the first time.':
    '播放列表首次上传时，由回调 304 给出其名称。',
  'One for each playlist, as the Chinese edition has it; the English one can be read as the first of a task only.':
    '每个播放列表一个，与中文版相同；英文版可读作只通知任务的第一个。',
  'FileList of a 304 is a string, the playlist’s name.':
    '304 的 FileList 是字符串，即播放列表的名称。',
  'A string, as in table and sample; one integrator in public expects a list.':
    '字符串，与表格和示例相同；有一个公开的集成方期待列表。',
  'The callback 305 says that the upload of the HLS files has finished: all stored (0), at least one left behind (1), or those left behind stored after all (2).':
    '回调 305 说明 HLS 文件的上传已结束：全部存储（0），至少有一个滞留（1），或滞留的终于存储（2）。',
  'A task may have two: 1, and 2 later.': '一个任务可有两个：先为 1，后为 2。',
  'The state of a 305 is in Status.': '305 的状态在 Status 中。',
  'As this document and newer samples have it; one newer table prints LeaveCode.':
    '与本文档和较新的示例相同；一个较新的表格印的是 LeaveCode。',
  'The callback 306 says that the task was moved to another server, with Status 0 when that is done.':
    '回调 306 说明任务已迁移到另一台服务器，完成时 Status 为 0。',
  'The task goes on under its id.': '任务以原编号继续。',
  'The callback 307 names a playlist when its first segment exists, with the user, the kind of track and the start of its recording.':
    '播放列表的第一个切片生成时，由回调 307 给出其名称、用户、轨道类型和录制开始时间。',
  'One for each playlist; UserId is empty for a mixed stream.':
    '每个播放列表一个；混流的 UserId 为空。',
  'BeginTimeStamp of a 307 is a number of unix milliseconds.':
    '307 的 BeginTimeStamp 是以 unix 毫秒表示的数字。',
  'A number, as here; a newer table says string.': '数字，与此处相同；一个较新的表格写的是字符串。',
  'The callback 308 says that the storage refused an upload, with its code and message.':
    '回调 308 说明存储拒绝了上传，并给出其代码和消息。',
  'Only in the edition of 2022; newer ones do not send it.':
    '只见于 2022 年的版本；较新的版本不发送。',
  'The callback 309 says that an image for the mixed picture could not be fetched, with its URL.':
    '回调 309 说明混流画面所用的图片无法获取，并给出其 URL。',
  'The callback 310 names MP4 files after the end of a task, and says whether they are stored (0), left behind (1) or failed (2).':
    '回调 310 在任务结束后给出 MP4 文件，并说明它们已存储（0）、滞留（1）或失败（2）。',
  'A task may have several 310s, each with the information of one file.':
    '一个任务可有多个 310，各带一个文件的信息。',
  'One for each file; the samples name two files in one event.':
    '每个文件一个；示例在一个事件中列出两个文件。',
  'FileList of a 310 is a list of file names.': '310 的 FileList 是文件名的列表。',
  'A list, as in all samples; the table of 2022 says string.':
    '列表，与全部示例相同；2022 年的表格写的是字符串。',
  'FileMessage of a 310 tells the user, the tracks, the stream, the begin and the end of each file.':
    '310 的 FileMessage 给出每个文件的用户、轨道、流、开始和结束。',
  'The callback 311 says that a file is in VOD (0), was left behind (1) or failed (2), with its id and playback URL where it is stored.':
    '回调 311 说明文件已存入点播（VOD）（0）、滞留（1）或失败（2），已存储时给出其 ID 和播放 URL。',
  'What a 311 tells of its file is inside the object TencentVod.':
    '311 的文件信息在对象 TencentVod 之内。',
  'As in the samples; the table prints the members flat, and another page has a flat sample.':
    '与示例相同；表格把成员印成扁平的，另一页有扁平的示例。',
  'A 311 whose Status is not 0 carries Errmsg and the cached file’s name instead of an id and URL.':
    'Status 不为 0 的 311 带有 Errmsg 和缓存文件的名称，而不是 ID 和 URL。',
  'A file in VOD is whole 30 seconds to 3 minutes after its 311.':
    '点播（VOD）中的文件在其 311 之后 30 秒至 3 分钟才完整。',
  'The callback 312 says that a task to VOD has ended after its uploads (0) or with an error (1).':
    '回调 312 说明录制到点播（VOD）的任务在上传后结束（0）或因错误结束（1）。',
  'Of the callbacks, 303 to 305, 307 and 310 belong to tasks that record to COS, 311 and 312 to tasks that record to VOD.':
    '回调中 303 至 305、307 和 310 属于录制到 COS 的任务，311 和 312 属于录制到点播（VOD）的任务。',
  'Tasks of the console’s automatic recording to COS have 311 in place of 310, and neither 304 nor 307.':
    '控制台自动录制到 COS 的任务以 311 代替 310，且没有 304 和 307。',
  'The callbacks 301 to 309 tell of states on the way, 310 to 312 of the result.':
    '回调 301 至 309 说明过程中的状态，310 至 312 说明结果。',
  'Real callbacks look like the samples.': '真实的回调与示例一致。',
  'For their form only: the samples of 308 and 309 are not even JSON.':
    '只用其形式：308 和 309 的示例甚至不是 JSON。',
};
