import type { Sentences } from '../../sentences.ts';

/** Titles and hints of the checks of state: GME’s, which the others mostly share. */
export const state: Sentences = {
  'Whatever mixture of order, repetition, re-sends, loss and concurrency: the state is that of in-order delivery':
    '无论顺序、重复、重发、丢失和并发如何混合，最终状态都与按序投递相同',
  'See the timeline: it is the smallest mixture found that leaves another state.':
    '见时间线：它是找到的、会得到不同状态的最小组合。',
  'Of many callbacks at the same time, every accepted one is recorded':
    '大量回调同时到达时，每个被接受的回调都被记录',
  'Answer 2xx only for what has been stored; a bounded queue that is full must refuse, not forget.':
    '只对已存储的内容应答 2xx；有界队列已满时必须拒绝，而不是遗忘。',
  'Room and user are taken from the callback’s fields, not from the folder name':
    '房间和用户取自回调的字段，而不是文件夹名称',
  'Identifiers may hold underscores, so bizid_roomid_userid splits in several ways: use RoomID and UserID.':
    '标识符可含下划线，因此 bizid_roomid_userid 有多种拆法：使用 RoomID 和 UserID 字段。',
  'A callback that comes several times at once is recorded once':
    '同一回调同时到达多次，只记录一次',
  'Let the database decide (unique constraint, upsert, lock): between a look and an insert another request comes in.':
    '由数据库裁决（唯一约束、upsert、锁）：在查询与插入之间会有另一请求进来。',
  'Callbacks that come at the same time are all recorded': '同时到达的回调全部被记录',
  'Read, change and write in one transaction (or per-room lock): two requests must not overwrite each other.':
    '读取、修改和写入放在同一事务（或按房间加锁）中：两个请求不得互相覆盖。',
  'A callback that comes again leaves the state as it was': '重复到达的回调不改变状态',
  'Make the write idempotent: a unique key per file (and event), insert-or-update instead of insert.':
    '以能确定文件的字段作主键写入，使同一回调写入两次的结果与一次相同。',
  'A room is remembered as it was after two hundred more rooms':
    '再有两百个房间之后，先前的房间仍如实保留',
  'Store recordings durably; a bounded map in memory forgets the first rooms on a busy day.':
    '持久存储录音；内存中的有界映射在繁忙的一天会遗忘最早的房间。',
  'Of a stream in forty segments, the first is kept like the last':
    '一个流有四十个分片时，第一段与最后一段同样保留',
  'Keep every segment: a user who turns the mic off and on leaves dozens of files in one task.':
    '保留每个分片：用户反复开关麦克风，会在一个任务中留下几十个文件。',
  'Earlier tasks of a room are not forgotten when later ones come':
    '房间有了新任务后，先前的任务不被遗忘',
  'Keep every task of a room; a new one does not replace the last, and no cache may evict what was not stored.':
    '保留房间的每个任务；新任务不取代上一个，缓存也不得淘汰尚未存储的内容。',
  'A callback that comes again after later ones leaves the state as it was':
    '在后续回调之后重复到达的回调不改变状态',
  'A repeated "started" after "uploaded" is old news: never go back to an earlier phase.':
    'uploaded 之后重复到达的 started 是旧消息：绝不要退回较早的阶段。',
  'A file is recorded though some of its callbacks never came':
    '文件的部分回调从未到达时，该文件仍被记录',
  'Let every event create the recording it speaks of: "started" may be the one that is lost.':
    '让每个事件都能创建它所说的录音：丢失的可能正是 started。',
  'The same callbacks in another order leave the same state':
    '同样的回调以另一顺序到达，得到同样的状态',
  'Merge instead of overwriting: keep the highest phase a file has reached (started < completed < uploaded).':
    '合并而不是覆盖：保留文件到过的最高阶段（开始 < 完成 < 已上传）。',
  'The mapped recordings are exactly those that the callbacks reported, each in the highest phase reported':
    '映射出的录音与回调报告的完全一致，且各自处于报告过的最高阶段',
  'Compare the mapping in your configuration with the state, then the recordings with the timeline.':
    '先核对配置中的映射与状态，再核对录音与时间线。',
  'A recorded file shows in the receiver’s state': '录制的文件出现在接收端的状态中',
  'Store what the callback says before you answer 2xx, and make sure that the observation shows it.':
    '应答 2xx 之前先存储回调的内容，并确保能从观测中看到。',
  'A callback sent again with a new Timestamp leaves the state as it was':
    '带新 Timestamp 重发的回调不改变状态',
  'Recognise a repetition by task, file and event type: Timestamp, signature and so the body’s hash differ.':
    '按任务、文件和事件类型识别重复：Timestamp、签名以及正文的哈希都会不同。',
  'A room is found again under the very id that the callback carried':
    '用回调所带的原样房间号可以再次查到该房间',
  'Store RoomID as the string it is, in a column that holds 127 characters of any script.':
    'RoomID 按字符串原样存储，列要容得下任何文字的 127 个字符。',
  'Rooms are kept apart, also those whose ids differ in little':
    '各房间互不混淆，房间号只差一点时也是如此',
  'Compare room ids byte for byte: no trimming, no case folding, no numbers, no cut, no case-insensitive collation.':
    '逐字节比较房间号：不裁剪、不折叠大小写、不转数字、不截断、不用忽略大小写的排序规则。',
  'The first segment, SeqNo 0, is recorded like any other': '第一段（SeqNo 0）与其他分片同样被记录',
  'Zero is a serial number, not a missing value: test for undefined, not for falsehood.':
    '零是序号，不是缺失的值：判断是否为 undefined，而不是真假。',
  'Segments of one stream are all kept': '一个流的各分片全部保留',
  'Key recordings by file (or by task, stream and SeqNo): a task has as many files as it has segments.':
    '以文件（或任务、流和 SeqNo）作录音的键：任务有多少分片就有多少文件。',
  'A user’s stream and the room’s mixed stream are both kept': '用户的单流和房间的混流都保留',
  'With both streams recorded, one task has single and mixed files with equal SeqNo: keep the mode in the key.':
    '两种流都录制时，一个任务的单流和混流文件 SeqNo 会相同：键中要保留录制模式。',
  'Task ids of 64 bits are kept to the last digit': '64 位任务编号保留到最后一位',
  'JSON.parse and other double-based parsers round TaskID: read it losslessly and keep it as int64 or string.':
    'JSON.parse 等基于 double 的解析器会舍入 TaskID：要无损读取，并以 int64 或字符串保存。',
  'Two tasks of one room are both kept': '一个房间的两个任务都保留',
  'When a room empties and fills again, a new task begins: key recordings by TaskID, not by room.':
    '房间清空后再次有人进入，就开始新任务：录音的键用 TaskID，而不是房间号。',
  'A callback of an unknown event type leaves the recording as it was':
    '未知事件类型的回调不改变录音记录',
  'Acknowledge what you do not know and leave the state alone; a default branch is no upload.':
    '确认不认识的事件，但不改动状态；default 分支不等于上传完成。',
  'Users of a room are kept apart, also those whose ids differ in little':
    '房间内各用户互不混淆，ID 只差一点时也是如此',
  'Compare user ids byte for byte and keep them whole: a column of 32 characters is too short.':
    '逐字节比较用户 ID 并完整保存：32 个字符的列太短。',
  'Streams of different users of a room are all kept': '房间内不同用户的流全部保留',
  'A room has one single stream per user: make the user part of the recording’s key.':
    '房间内每个用户各有一路单流：用户应是录音键的一部分。',
};
