import type { Sentences } from '../../sentences.ts';

/** Statements and readings of the clauses of GME’s recordings and of what is assumed of GME. */
export const gmeRecording: Sentences = {
  'With full recording, every voice chat room of the application is recorded.':
    '全量录制时，应用的每个语音房间都会被录制。',
  'Which rooms were really used is not known from outside: what is notified or stored shows some of them.':
    '从外部无法知道实际使用过哪些房间：通知或存储的内容只显示其中一部分。',
  'Mixed streams, single streams or both are recorded, as set in the console.':
    '按控制台的设置，录制混流、单流或两者。',
  'A recording task starts when the first user enters the room.':
    '第一个用户进入房间时，录制任务开始。',
  'A recording task ends when the last user leaves the room.':
    '最后一个用户离开房间时，录制任务结束。',
  'So tasks of one room never overlap, and no file of a task outlasts it.':
    '因此同一房间的任务互不重叠，任务的文件也不会晚于任务结束。',
  'A file that reaches two hours is closed and the recording goes on in a new one.':
    '文件达到两小时即关闭，录制在新文件中继续。',
  'At two hours, as the Korean and Chinese editions say; English has "two hours or longer". No file is longer.':
    '在两小时处，与韩文和中文版相同；英文版写的是“两小时或更长”。没有文件更长。',
  'Turning the microphone off closes the user’s single-stream file, turning it on opens a new one.':
    '关闭麦克风会结束该用户的单流文件，打开麦克风会开始新文件。',
  'A user’s single stream is recorded while the user is in the room with the microphone on; other users and the mixed stream are not affected.':
    '用户在房间内且麦克风打开时录制其单流；其他用户和混流不受影响。',
  'When a task is interrupted abnormally and has restarted by itself, new files begin.':
    '任务异常中断并自行重启后，开始新文件。',
  'The task keeps its id, its start time and its serial numbers.':
    '任务保留其编号、开始时间和序号。',
  'Start, stop and upload of a recording are notified to the configured URL.':
    '录制的开始、停止和上传都通知到所配置的 URL。',
  'All three, though the same page’s console section says that only the completion is pushed at present.':
    '三种都有，尽管同一页的控制台一节说目前只推送完成事件。',
  'At present only the completion of a recording task is notified.': '目前只通知录制任务的完成。',
  'Overruled by the callback page, which is newer and lists three events.':
    '以回调页为准，它更新，并列出三种事件。',
  'Notifications are sent only where a callback URL is configured.':
    '只有配置了回调 URL 才发送通知。',
  'Recordings are stored in the COS bucket that the integrator bound to the service.':
    '录音存储在接入方与服务绑定的 COS 存储桶中。',
  'The integrator chooses the region of the bucket.': '存储桶的地域由接入方选择。',
  'GME has to be granted access to the account’s COS before it can record.':
    'GME 需先获得账号 COS 的授权才能录制。',
  'Recording works for applications that use voice chat through the SDK and that the provider has put on its allowlist.':
    '录制适用于通过 SDK 使用语音聊天、且已由厂商加入白名单的应用。',
  'Recording and storage are charged for.': '录制和存储均收费。',
  'Recordings are MP3 files.': '录音为 MP3 文件。',
  'Whole, playable MPEG audio layer III; sample rate, bit rate and channels are not promised.':
    '完整、可播放的 MPEG Audio Layer III（MP3）；不承诺采样率、码率和声道数。',
  'A single-stream file is bizid_roomid_userid/starttime_id_audio.mp3, with the task’s start time and the segment’s serial number.':
    '单流文件为 bizid_roomid_userid/starttime_id_audio.mp3，带有任务的开始时间和分片的序号。',
  'As the rule says, though the sample callback has the task id in place of the serial.':
    '以规则为准，尽管示例回调在序号的位置写的是任务编号。',
  'A mixed-stream file is bizid_roomid/taskid_starttime_id_audio.mp3, with the task’s id and start time and the segment’s serial number.':
    '混流文件为 bizid_roomid/taskid_starttime_id_audio.mp3，带有任务的编号和开始时间以及分片的序号。',
  'Without the blanks that the English edition prints; the Korean edition has none. Blanks are understood when a name is read.':
    '不含英文版印出的空格；韩文版没有空格。读取名称时也能理解带空格的写法。',
  'In a name, bizid is the GME application’s ID.': '名称中的 bizid 是 GME 应用的 ID。',
  'In a name, roomid is the room’s ID as the client passed it in.':
    '名称中的 roomid 是客户端传入的房间号。',
  'Verbatim: it may contain underscores, slashes and characters outside ASCII.':
    '原样：可含下划线、斜杠和 ASCII 以外的字符。',
  'In a name, userid is the player’s ID as the client passed it in.':
    '名称中的 userid 是客户端传入的玩家 ID。',
  'In a name, taskid is the recording task’s ID, and no two tasks share one.':
    '名称中的 taskid 是录制任务的 ID，任何两个任务都不相同。',
  'In a name, id is the serial number of the segment, starting at 0.':
    '名称中的 id 是分片的序号，从 0 开始。',
  'Counted for each stream (a user, or the mix) within its task, over leaving and coming back: counted otherwise, two files could not be told apart or a stream would not start at 0.':
    '在任务之内按每路流（一个用户，或混流）计数，离开再回来也继续：否则两个文件会无法区分，或流不从 0 开始。',
  'The time in a name is the start time of the task.': '名称中的时间是任务的开始时间。',
  'So it is the same for all files of a task, whatever their serial number.':
    '因此一个任务的全部文件都相同，与序号无关。',
  'The time in a name is written yyyy-MM-dd-HH-mm-ss at UTC+8.':
    '名称中的时间写作 yyyy-MM-dd-HH-mm-ss，为 UTC+8。',
  'From the sample callback, whose Timestamp and file name are the same second at UTC+8.':
    '依据示例回调：其 Timestamp 与文件名在 UTC+8 下是同一秒。',
  'A file can be in the bucket several minutes after its task has ended.':
    '文件可能在任务结束几分钟之后才出现在存储桶中。',
  'The upload’s notification may come first or never, and "several" has no bound: a receiver cannot count on a time.':
    '上传通知可能最先到达或永远不来，“若干”也没有上限：接收端不能依赖某个时间。',
  'A notification counts as delivered when it is answered with a 2xx status.':
    '以 2xx 状态码应答的通知视为已送达。',
  'The sibling page on ScanVoice names 200; any 2xx is taken.':
    'ScanVoice 的相关页面写的是 200；任何 2xx 都视为接受。',
  'What is not a genuine, readable notification is answered with a 4xx status.':
    '不是真实且可读的通知，以 4xx 状态码应答。',
  'A 5xx would be taken for a passing fault and retried, a 2xx for acceptance.':
    '5xx 会被当作暂时故障而重试，2xx 会被当作接受。',
  'A notification has to be answered within 5 seconds.': '通知必须在 5 秒内得到应答。',
  'As the same provider’s TRTC callbacks.': '与同一厂商的 TRTC 回调相同。',
  'Redirects are not followed.': '不跟随重定向。',
  'A notification that was not delivered is sent again at once, then every 10 seconds for one minute.':
    '未送达的通知立即重发，之后一分钟内每 10 秒重发一次。',
  'Notifications carry the content type application/json, perhaps with a charset.':
    '通知的内容类型为 application/json，可能带有 charset。',
  'Fields and event types that no document names yet may appear.':
    '可能出现尚无文档列出的字段和事件类型。',
  'As the same provider’s TRTC callbacks announce it; known fields never vanish.':
    '与同一厂商 TRTC 回调的说明相同；已知字段不会消失。',
  'Notifications of several rooms, users and files are sent at the same time.':
    '多个房间、用户和文件的通知会同时发送。',
  'A receiver stays able to serve genuine notifications, whatever else it is sent.':
    '无论还收到什么，接收端始终能够处理真实的通知。',
  'No answer reveals the key, or the signature that a forged notification lacked.':
    '任何应答都不泄露密钥，也不泄露伪造通知所缺的签名。',
  'A custom recording that is not stopped goes on for 12 hours after the last user has left.':
    '未停止的自定义录制在最后一个用户离开后再持续 12 小时。',
  'A recording task lasts at most 24 hours and is then stopped.':
    '录制任务最长持续 24 小时，随后被停止。',
  'Stated for custom recording in the Chinese edition only; taken for full recording too, where a successor task starts in the same second, because every room is recorded.':
    '只在中文版的自定义录制中明示；对全量录制也如此理解：因为每个房间都录制，后续任务在同一秒开始。',
};
