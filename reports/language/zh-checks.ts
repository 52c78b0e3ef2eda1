import type { CheckTranslation } from './check-texts.ts';

/** Titles and hints of checks in Chinese, by id. What is missing here is shown in English, and marked. */
export const zhChecks: Readonly<Record<string, CheckTranslation>> = {
  'gme/delivery/accepts-any-order': { title: '无论以何种顺序到达，回调都被接受' },
  'gme/delivery/accepts-duplicates': { title: '逐字节相同的回调再次到达时仍被接受' },
  'gme/delivery/accepts-each-event': { title: '两种录制模式下三类事件的合法回调都被接受' },
  'gme/delivery/accepts-resends': { title: '带新 Timestamp 和新签名重发的回调被接受' },
  'gme/delivery/accepts-split-bodies': { title: '分多个 TCP 段到达的正文被接受' },
  'gme/delivery/answers-in-time': { title: '每个回调都在五秒内得到应答' },
  'gme/delivery/does-not-redirect': { title: '回调由该地址本身应答，而不是重定向' },
  'gme/delivery/holds-concurrent-callbacks': { title: '同时到达的三十二个回调全部被接受' },
  'gme/delivery/keeps-serving-after-burdens': {
    title: '收到嵌套很深或过大的正文之后，合法回调仍被接受',
  },
  'gme/delivery/keeps-serving-after-malformed-input': {
    title: '收到格式错误的输入之后，同一连接和新连接上的合法回调仍被接受',
  },
  'gme/delivery/takes-post-only': { title: '拒绝 POST 以外的请求方法' },

  'gme/signature/accepts-every-spelling': {
    title: '无论 JSON 如何书写，都按收到的原始字节校验签名',
  },
  'gme/signature/accepts-standard-base64': { title: '接受含有 + 和 / 字符的签名' },
  'gme/signature/refusal-is-4xx': { title: '以 4xx 状态码应答伪造的回调' },
  'gme/signature/refusal-leaks-nothing': { title: '拒绝应答既不泄露密钥，也不泄露正确的签名' },
  'gme/signature/refused-changes-nothing': { title: '伪造的回调不会改变已知的内容' },
  'gme/signature/refused-leaves-no-trace': { title: '被拒绝的回调不在接收端状态中留下痕迹' },
  'gme/signature/refuses-changed-body': {
    title: '对每类事件，开头、中间或结尾被改动的正文都被拒绝',
  },
  'gme/signature/refuses-inserted-bytes': { title: '插入了非 UTF-8 字节的正文被拒绝' },
  'gme/signature/refuses-keyless-signature': { title: '不用密钥 HMAC 就能得出的值被拒绝' },
  'gme/signature/refuses-missing-signature': { title: '没有签名的回调被拒绝' },
  'gme/signature/refuses-other-algorithm': { title: '用 HMAC-SHA1 以外算法计算的签名被拒绝' },
  'gme/signature/refuses-other-bodys-signature': { title: '属于另一份正文的签名被拒绝' },
  'gme/signature/refuses-respelled-body': { title: '空白、转义或键的顺序与签名时不同的正文被拒绝' },
  'gme/signature/refuses-truncated-signature': { title: '被截短或改动的签名被拒绝' },
  'gme/signature/refuses-wrong-case': { title: '大小写互换的签名被拒绝' },
  'gme/signature/refuses-wrong-key': { title: '用另一密钥签名的回调被拒绝' },

  'gme/callback/accepts-any-key-order': { title: '正文中键的顺序无关紧要' },
  'gme/callback/accepts-charset': { title: 'Content-Type 中的 charset 无关紧要' },
  'gme/callback/accepts-large-task-ids': { title: '接受最大 63 位的任务编号' },
  'gme/callback/accepts-leading-zeros': { title: '接受形似带前导零数字的房间号' },
  'gme/callback/accepts-long-room-ids': { title: '接受 127 个字符的房间号' },
  'gme/callback/accepts-mixed-user-ids': { title: '接受用户 ID 为 0 或为空的混流回调' },
  'gme/callback/accepts-non-ascii-room-ids': { title: '接受 ASCII 以外的房间号' },
  'gme/callback/accepts-peculiar-user-ids': { title: '接受不是纯数字的用户 ID' },
  'gme/callback/accepts-segment-zero': { title: '接受 SeqNo 为 0 的回调' },
  'gme/callback/accepts-separators-in-room-ids': {
    title: '接受含引号、空格、下划线和百分号的房间号',
  },
  'gme/callback/accepts-unknown-event-types': { title: '对文档未列出的事件类型也予以确认' },
  'gme/callback/accepts-unknown-fields': { title: '忽略文档未列出的字段' },
  'gme/callback/refuses-invalid-utf8': { title: '签名正确但不是 UTF-8 的正文以 4xx 拒绝' },
  'gme/callback/refuses-malformed-json': { title: '签名正确但不是 JSON 对象的正文以 4xx 拒绝' },
  'gme/callback/refuses-missing-fields': { title: '签名正确但缺少必需字段的正文以 4xx 拒绝' },
  'gme/callback/refuses-wrong-types': { title: '签名正确但字段类型错误的正文以 4xx 拒绝' },

  'gme/state/any-plan-converges': {
    title: '无论顺序、重复、重发、丢失和并发如何混合，最终状态都与按序投递相同',
  },
  'gme/state/bursts-are-recorded': { title: '大量回调同时到达时，每个被接受的回调都被记录' },
  'gme/state/colliding-folders-stay-apart': {
    title: '房间和用户取自回调的字段，而不是文件夹名称',
  },
  'gme/state/concurrent-duplicates-change-nothing': { title: '同一回调同时到达多次，只记录一次' },
  'gme/state/concurrent-events-change-nothing': { title: '同时到达的回调全部被记录' },
  'gme/state/duplicates-change-nothing': {
    title: '重复到达的回调不改变状态',
    hint: '以能确定文件的字段作主键写入，使同一回调写入两次的结果与一次相同。',
  },
  'gme/state/earlier-rooms-stay': { title: '再有两百个房间之后，先前的房间仍如实保留' },
  'gme/state/earlier-segments-stay': { title: '一个流有四十个分段时，第一段与最后一段同样保留' },
  'gme/state/earlier-tasks-stay': { title: '房间有了新任务后，先前的任务不被遗忘' },
  'gme/state/late-duplicates-change-nothing': {
    title: '在后续回调之后重复到达的回调不改变状态',
  },
  'gme/state/lost-events-harm-nothing-else': { title: '文件的部分回调从未到达时，该文件仍被记录' },
  'gme/state/order-changes-nothing': {
    title: '同样的回调以另一顺序到达，得到同样的状态',
    hint: '合并而不是覆盖：保留文件到过的最高阶段（开始 < 完成 < 已上传）。',
  },
  'gme/state/recordings-match-prediction': {
    title: '映射出的录音与回调报告的完全一致，且各自处于报告过的最高阶段',
  },
  'gme/state/records-each-file': { title: '录制的文件出现在接收端的状态中' },
  'gme/state/resends-change-nothing': { title: '带新 Timestamp 重发的回调不改变状态' },
  'gme/state/room-id-verbatim': { title: '用回调所带的原样房间号可以再次查到该房间' },
  'gme/state/rooms-stay-apart': { title: '各房间互不混淆，房间号只差一点时也是如此' },
  'gme/state/segment-zero-counts': { title: '第一段（SeqNo 0）与其他分段同样被记录' },
  'gme/state/segments-stay-apart': { title: '一个流的各分段全部保留' },
  'gme/state/streams-stay-apart': { title: '用户的单流和房间的混流都保留' },
  'gme/state/task-id-exact': { title: '64 位任务编号保留到最后一位' },
  'gme/state/tasks-stay-apart': { title: '一个房间的两个任务都保留' },
  'gme/state/unknown-events-change-nothing': { title: '未知事件类型的回调不改变录音记录' },
  'gme/state/user-ids-stay-apart': { title: '房间内各用户互不混淆，ID 只差一点时也是如此' },
  'gme/state/users-stay-apart': { title: '房间内不同用户的流全部保留' },

  'gme/recovery/converges-after-lost-callback': {
    title: '无论丢失哪个回调，存储桶中的文件都使接收端达到完整状态',
  },

  'gme/naming/application-id-agrees': { title: '每个任务都位于本应用的编号之下，写法与控制台一致' },
  'gme/naming/extension-is-lower-case': { title: '名称以小写的 _audio.mp3 结尾' },
  'gme/naming/folder-and-name-agree': {
    title: '单流位于房间和用户的文件夹，混流位于房间的文件夹',
  },
  'gme/naming/has-recordings': { title: '存储桶中有本应用的录音' },
  'gme/naming/names-follow-the-rule': { title: '应用文件夹中的每个音频文件都按文档规则命名' },
  'gme/naming/names-have-no-blanks': { title: '混流文件名的下划线前没有空格' },
  'gme/naming/no-foreign-objects': { title: '存储桶中只有录音' },
  'gme/naming/no-leftovers': { title: '录音中没有遗留的临时文件' },
  'gme/naming/one-room-per-task': { title: '任一任务编号都不出现在两个房间' },
  'gme/naming/one-start-time-per-task': { title: '同一任务的所有文件带有相同的开始时间' },
  'gme/naming/scope-agrees': { title: '存储桶中的流类型与声明的录制范围一致' },
  'gme/naming/serials-are-unique': { title: '同一混流任务的两个文件不会有相同的序号' },
  'gme/naming/serials-have-no-gaps': { title: '一个流的文件序号连续，没有空缺' },
  'gme/naming/serials-start-at-zero': { title: '每个流的第一个文件序号为 0' },
  'gme/naming/times-are-in-the-calendar': { title: '每个名称中的时间都真实存在' },
  'gme/naming/times-are-in-utc-plus-8': { title: '名称中的时间为 UTC+8' },
  'gme/naming/times-precede-uploads': { title: '名称中的时间早于对象的最后修改时间' },

  'gme/segmentation/segments-are-cut-at-two-hours': {
    title: '混流在两小时处切分，而不是反复按其他时长切分',
  },
  'gme/segmentation/segments-differ': { title: '同类录音中没有字节完全相同的两个' },
  'gme/segmentation/segments-follow-one-another': {
    title: '一个流的每个文件都在前一个结束之后开始',
  },
  'gme/segmentation/segments-last-at-most-two-hours': { title: '没有文件超过两小时' },
  'gme/segmentation/tasks-of-a-room-do-not-overlap': {
    title: '房间的下一个任务在上一个结束之后开始',
  },
  'gme/segmentation/uploads-follow-recording': { title: '文件的最后修改时间晚于其音频结束的时间' },
  'gme/segmentation/user-streams-lie-inside-the-task': {
    title: '每个用户的流都在存储桶中有混流的任务之内',
  },

  'gme/media/audio-stands-alone': { title: '录音的音频之外只有格式正确的标签' },
  'gme/media/files-are-mp3': { title: '每个录音的内容确为 MP3 文件' },
  'gme/media/files-are-not-empty': { title: '没有空的录音文件' },
  'gme/media/files-are-undamaged': { title: '每个录音都完整：没有缺失、截断或被覆盖的帧' },
  'gme/media/stream-parameters-stay': { title: '一个流的所有文件采样率和声道数相同' },
};
