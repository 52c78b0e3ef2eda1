import type { Sentences } from '../../sentences.ts';

/** Statements and readings of the clauses of GME’s recording callbacks. */
export const gmeCallback: Sentences = {
  'Notifications may arrive in another order than the one in which the events happened.':
    '通知到达的顺序可能与事件发生的顺序不同。',
  'A notification may be sent more than once, because there is a retry mechanism.':
    '由于有重试机制，同一通知可能发送不止一次。',
  'A re-send carries the time at which it is sent, so its Timestamp and its signature may be new; one that was received but not answered in time repeats the first byte for byte.':
    '重发带有其发送时间，因此 Timestamp 和签名可能是新的；若已收到但未及时应答，则逐字节重复第一次的内容。',
  'Some notifications may never arrive, in spite of the retries.':
    '尽管有重试，仍有通知可能永远不到达。',
  'An integration is advised not to let its core logic depend on the notifications.':
    '建议接入方的核心逻辑不要依赖通知。',
  'What a lost notification would have told can still be found out from the bucket.':
    '丢失的通知本应说明的内容，仍可从存储桶中得知。',
  'The callback URL set in the console is the address of an HTTP or HTTPS interface.':
    '在控制台设置的回调 URL 是一个 HTTP 或 HTTPS 接口的地址。',
  'Notifications are sent with the method POST, which the endpoint has to support.':
    '通知以 POST 方法发送，回调地址必须支持该方法。',
  'The transferred data are UTF-8.': '传输的数据为 UTF-8。',
  'The body of a notification is one JSON text.': '通知的正文是一段 JSON 文本。',
  'Any JSON text: key order, white space and escapes are the sender’s choice, the sample is only one.':
    '任何 JSON 文本：键的顺序、空白和转义由发送方决定，示例只是其中一种。',
  'Every notification carries its signature in the request header Signature.':
    '每个通知都在请求头部 Signature 中带有签名。',
  'The header, as this page says; the sibling page on voice moderation uses a query parameter.':
    '如本页所述，放在头部；语音审核的相关页面用的是查询参数。',
  'The signature is the HMAC of the whole body under the application’s permission key, so a receiver can tell genuine notifications from forged ones.':
    '签名是用应用的权限密钥对整个正文计算的 HMAC，使接收端能够区分真实与伪造的通知。',
  'The body alone is signed; the sibling page on voice moderation puts the word POST in front of it.':
    '只对正文签名；语音审核的相关页面在其前面加上 POST 一词。',
  'The MAC is HMAC-SHA1.': 'MAC 算法为 HMAC-SHA1。',
  'The page misspells the algorithm’s name (HMAC-SH1) in all editions; SHA1 is meant.':
    '各版本都把算法名误写为 HMAC-SH1，所指的是 SHA1。',
  'What is signed are the bytes of the body as Content-Length delimits them, not a rewritten JSON text.':
    '签名的对象是由 Content-Length 界定的正文字节，而不是重写后的 JSON 文本。',
  'The signature’s text is the padded standard Base64 of the 20 MAC bytes.':
    '签名的文本是 20 个 MAC 字节的带填充标准 Base64。',
  'The page names no encoding; the sibling pages on voice moderation and ScanVoice share its formula and add Base64.':
    '本页未说明编码；语音审核和 ScanVoice 的相关页面公式相同，并加上 Base64。',
  'The key is the application’s permission key, shown in the console.':
    '密钥是应用的权限密钥，在控制台显示。',
  'BizID is an integer, the application’s AppID.': 'BizID 是整数，即应用的 AppID。',
  'RoomID is a string, the room’s ID.': 'RoomID 是字符串，即房间号。',
  'Any string of up to 127 characters, as the client SDKs have it; the documents name no excluded characters, and leading zeros count.':
    '最长 127 个字符的任意字符串，与客户端 SDK 相同；文档没有列出不允许的字符，前导零有意义。',
  'UserID is a string, the user’s ID.': 'UserID 是字符串，即用户 ID。',
  'Any string; by rule a number above 10,000 written out, but the sample has 999 and other strings exist on request.':
    '任意字符串；按规则是写成文本的大于 10,000 的数字，但示例为 999，也可按申请使用其他字符串。',
  'UserID of a mixed stream’s notification is the string 0.': '混流通知的 UserID 是字符串 0。',
  'The page is silent; the recording API reports the user 0 for mixed streams. The empty string is the other reading.':
    '本页没有说明；录制 API 对混流给出用户 0。另一种解读是空字符串。',
  'RecordMode is an integer: 0 for a single stream, 1 for a mixed stream.':
    'RecordMode 是整数：0 表示单流，1 表示混流。',
  'As the table says, though the sample and the recording API (1 single, 2 mixed) count differently.':
    '以表格为准，尽管示例和录制 API（1 为单流，2 为混流）的编号不同。',
  'Timestamp is an integer, the unix time in seconds at which the notification is sent.':
    'Timestamp 是整数，即发送通知的 unix 时间（秒）。',
  'Of the sending, not of the event: it neither orders nor identifies events.':
    '是发送的时间，不是事件的时间：既不能排序也不能识别事件。',
  'TaskID is an integer that the recording service assigns.': 'TaskID 是由录制服务分配的整数。',
  'Of 64 bits, as in the sample and the recording API: a double cannot hold it exactly.':
    '64 位，与示例和录制 API 相同：double 无法精确表示。',
  'A TaskID identifies one recording process and no other.': '一个 TaskID 只标识一次录制。',
  'A TaskID is no longer valid once its task has ended.': '任务结束后，其 TaskID 不再有效。',
  'For calls to the recording API; late notifications of the task still carry it.':
    '指对录制 API 的调用；任务的迟到通知仍然带有它。',
  'In custom recording the TaskID is also in the answer to the start request, and the integrator keeps it for later calls.':
    '自定义录制时，TaskID 也在启动请求的应答中，接入方保存它供以后调用。',
  'EventType is an integer that says what happened.': 'EventType 是整数，说明发生了什么。',
  'Detail is an object whose form depends on EventType.': 'Detail 是对象，其形式取决于 EventType。',
  'Every notification carries all the listed parameters with their listed types.':
    '每个通知都以列出的类型带有列出的全部参数。',
  'The table marks none as optional, and the sample has them all.':
    '表格没有把任何字段标为可选，示例也包含全部字段。',
  'EventType 1 says that the recording has started.': 'EventType 1 表示录制已开始。',
  'EventType 2 says that the recording is complete.': 'EventType 2 表示录制已完成。',
  'EventType 3 says that the audio file has been uploaded.': 'EventType 3 表示音频文件已上传。',
  'Each of the three events speaks of one audio file, not of the whole task.':
    '三种事件各说的是一个音频文件，而不是整个任务。',
  'The Korean, Chinese and Japanese editions say audio file for all three, and each carries a file name and serial.':
    '韩文、中文和日文版对三者都写的是音频文件，且每个都带有文件名和序号。',
  'Detail of each event type has SeqNo, a number: the segment’s serial number.':
    '每种事件的 Detail 都有数字 SeqNo：分片的序号。',
  'The same number as in the file’s name, from 0.': '与文件名称中的编号相同，从 0 开始。',
  'Detail of each event type has FileName, a string.': '每种事件的 Detail 都有字符串 FileName。',
  'Folder and name, as in the sample: the object’s key from the bucket’s root.':
    '文件夹加名称，与示例相同：即从桶的根起的对象键。',
  'A real notification looks like the sample.': '真实的通知与示例一致。',
  'For its form only: its mode, user, folder and file name contradict the rules of the same documents.':
    '只用其形式：其模式、用户、文件夹和文件名与同一文档的规则相矛盾。',
};
