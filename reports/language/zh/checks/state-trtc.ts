import type { Sentences } from '../../sentences.ts';

/** Titles and hints of the checks of state that TRTC alone has. */
export const stateTrtc: Sentences = {
  'Members that the documents write in two ways are understood in either':
    '文档有两种写法的成员，以任一写法到达都能被理解',
  'Accepting is not enough: read the member in its other form, too, or what it says is lost behind a 200.':
    '只接受还不够：另一种写法也要读取，否则其内容会在 200 之后丢失。',
  'Answer 200 only for what has been stored; a bounded queue that is full must refuse, not forget.':
    '只对已存储的内容应答 200；有界队列已满时必须拒绝，而不是遗忘。',
  'Make the write idempotent: a unique key per file, and per task and event, insert-or-update instead of insert.':
    '使写入幂等：按文件、以及按任务和事件设唯一键，用“存在则更新”（insert-or-update）代替插入。',
  'Of the files of twenty-five users in one task, the first is kept like the last':
    '一个任务中二十五个用户的文件，第一个与最后一个同样保留',
  'Keep every file: a task records up to 25 streams, and a list that is rewritten as a whole must hold them all.':
    '保留每个文件：一个任务最多录制 25 路流，整体重写的列表必须容得下全部。',
  'What is told of integer rooms is found again under their digits':
    '整型房间的内容，用其数字可以再次查到',
  'Look rooms up by the digits that the callback carried, whether it carried them as a number or as a string.':
    '无论回调以数字还是字符串携带，都按其数字查询房间。',
  'A 301, or a 305 with Status 1, that comes again after what followed it is old news: never go back.':
    '301 或 Status 为 1 的 305 在后续事件之后重复到达，就是旧消息：绝不要退回。',
  'What a receiver keeps of a callback it keeps though others never came':
    '接收端从一个回调中保存的内容，在其他回调从未到达时同样保存',
  'Let every event create the task and file it speaks of: after a minute without answer its 301 is gone for good.':
    '让每个事件都能创建它所说的任务和文件：一分钟内没有应答，301 就永远不会再来。',
  'Files of mixed streams are kept where files of single streams are':
    '保存单流文件的地方，同样保存混流文件',
  'A mixed file has an empty UserId: that is no missing value, and no reason to skip the callback.':
    '混流文件的 UserId 为空：这不是缺失的值，也不是跳过回调的理由。',
  'What is told of files and uploads after the 302 counts like what came before':
    '302 之后关于文件和上传的通知，与之前的同样有效',
  'A 302 ends the recording, not the task: uploads, MP4 files and VOD come after it, so do not close the record.':
    '302 结束的是录制，不是任务：上传、MP4 文件和点播（VOD）都在其后，因此不要关闭记录。',
  'Members that only other editions and pages write differently are understood, too':
    '只有其他版本和页面写法不同的成员也能被理解',
  'Read a list as well as a string, FileList where there is no FileMessage, and a flat 311 without Status.':
    '列表和字符串都要能读；没有 FileMessage 时读 FileList；没有 Status 的扁平 311 也要能读。',
  'Merge instead of overwriting: EventMsTs says which 305 is the later one, and a 301 or 302 takes nothing back.':
    '合并而不是覆盖：EventMsTs 说明哪个 305 更晚，301 或 302 不会撤回任何内容。',
  'The mapped recordings are those that the callbacks reported, each with its task and furthest event':
    '映射出的录音与回调报告的一致，且各自带有其任务和最新的事件',
  'A recording shows in the receiver’s state': '录音出现在接收端的状态中',
  'Store what callbacks say before you answer 200, also of tasks that your server did not start, and make sure that the observation shows it.':
    '应答 200 之前先存储回调的内容，不是由您的服务器启动的任务也不例外，并确保能从观测中看到。',
  'A file is found again under the very name that the callback carried':
    '文件能以回调所带的原名再次查到',
  'Keep names as they are: no URL decoding (a + stays a +), no case folding, and a column of 255 characters.':
    '名称原样保存：不做 URL 解码（+ 仍是 +），不转换大小写，列宽 255 个字符。',
  'What a callback calls failed or left behind does not look like what is stored':
    '回调称为失败或滞留的内容，看起来与已存储的不同',
  'Read Status of 305, 310, 311 and 312 and keep it: where it is not 0 the file is not where you would look for it.':
    '读取并保存 305、310、311 和 312 的 Status：不为 0 时，文件并不在您会去查找的位置。',
  'The playlist before a migration and the recovered one after it are both kept':
    '迁移之前的播放列表和之后恢复的播放列表都保留',
  'The ha1_ of a recovered playlist is part of its name: it is another file of the same stream, not a new version.':
    '恢复的播放列表名称中的 ha1_ 是名称的一部分：它是同一路流的另一个文件，而不是新版本。',
  'A 305 that says that files left behind are stored after all changes what is known':
    '305 通知滞留的文件终于存储时，已知的内容随之改变',
  'A task may have two 305s: Status 1, and later 2, which ends the trouble that 1 told of.':
    '一个任务可有两个 305：Status 先为 1，后为 2，后者表示前者所说的故障已结束。',
  'A callback sent again with a new CallbackTs leaves the state as it was':
    '带新 CallbackTs 重发的回调不改变状态',
  'Recognise a repetition by TaskId, EventType, event time and file: CallbackTs, Sign and so the body’s hash differ.':
    '按 TaskId、EventType、事件时间和文件识别重复：CallbackTs、Sign 以及正文的哈希都会不同。',
  'Store RoomId as the text it is, in a column of 64 characters; an integer room as its digits, beyond 31 bits.':
    'RoomId 按文本原样存储，列宽 64 个字符；整型房间存其数字，可超过 31 位。',
  'Tasks of an integer room and of the string room with the same digits are both kept':
    '整型房间与数字相同的字符串房间，其任务都保留',
  'The number 123 and the string "123" are two rooms: keep the type in the key, or key by TaskId.':
    '数字 123 与字符串 "123" 是两个房间：键中要保留类型，或以 TaskId 为键。',
  'MP4 files into which one recording was cut are all kept':
    '一次录制切分出的多个 MP4 文件全部保留',
  'Key files by name (or FileId): a task has one 310 or 311 for each cut of each stream, and all count.':
    '以名称（或 FileId）作文件的键：每路流的每次切分都有一个 310 或 311，全部有效。',
  'A task that records users singly and one that records the mix of the room are both kept':
    '单流录制的任务与录制房间混流的任务都保留',
  'A mixed file has an empty UserId: key by TaskId and file, so that it displaces nothing and nothing it.':
    '混流文件的 UserId 为空：以 TaskId 和文件为键，使它不挤掉别的文件，也不被挤掉。',
  'A user’s primary stream and substream are both kept, and so are audio and video':
    '用户的主流和辅流都保留，音频和视频也都保留',
  'A user has up to four playlists and two MP4 files in a task: keep the file, or stream and track, in the key.':
    '一个任务中一个用户最多有四个播放列表和两个 MP4 文件：键中要保留文件，或流和轨道。',
  'A task is found again under the very id that the callback carried':
    '用回调所带的原样任务 ID 可以再次查到该任务',
  'TaskId is an opaque string: no trimming of hyphens and dots, no parsing, a column of 128 characters.':
    'TaskId 是不透明的字符串：不裁剪连字符和点，不解析，列宽 128 个字符。',
  'Tasks are kept apart, also those whose ids differ in little':
    '各任务互不混淆，ID 只差一点时也是如此',
  'Compare task ids byte for byte: no case folding, no trimmed ends, no case-insensitive collation.':
    '逐字节比较任务 ID：不折叠大小写、不裁剪首尾、不用忽略大小写的排序规则。',
  'Key by TaskId: tasks of a room have files of the same names, which lie in folders of their own.':
    '以 TaskId 为键：同一房间的各任务有同名文件，分别位于各自的文件夹。',
  'A migration, an upload error or a missing image takes nothing away, and later news of the task counts':
    '迁移、上传错误或图片缺失不会抹去任何内容，任务之后的通知仍然有效',
  '306, 308 and 309 end nothing: the task goes on under its id, and its files may still come.':
    '306、308 和 309 不结束任何事：任务以原 ID 继续，其文件仍可能到来。',
  'Acknowledge what you do not know and leave the state alone; a default branch is no end of a recording.':
    '确认不认识的事件，但不改动状态；default 分支不等于录制结束。',
  'Compare user ids byte for byte; of EventInfo and Payload only the latter names the recorded user.':
    '逐字节比较用户 ID；EventInfo 和 Payload 中只有后者给出被录制的用户。',
  'What is known of a recorded user does not depend on how names in Base64 look':
    '所知的录制用户与其名称的 Base64 形式无关',
  'Take users from the payload; where only a name tells, undo - and . and decode standard Base64, not the URL-safe one.':
    '从 Payload 读取用户；只有文件名可用时，先还原 - 和 .，再按标准 Base64（而不是 URL 安全的）解码。',
  'Files of different users of a task are all kept': '一个任务中不同用户的文件全部保留',
  'A task has one 304, 307, 310 or 311 for each user: keep a list of files, not a field that the last one fills.':
    '任务为每个用户各发一个 304、307、310 或 311：保存文件列表，而不是被最后一个覆盖的字段。',
};
