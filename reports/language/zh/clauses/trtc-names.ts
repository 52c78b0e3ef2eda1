import type { Sentences } from '../../sentences.ts';

/** Statements and readings of the clauses of TRTC’s names and of what is assumed of TRTC. */
export const trtcNames: Sentences = {
  'The playlist of a single stream is named after application, room, user, stream and type.':
    '单流的播放列表以应用、房间、用户、流和类型命名。',
  'Two underscores stand before UserId_s_ and UserId_e_; pages on VOD print one.':
    'UserId_s_ 和 UserId_e_ 前有两个下划线；点播（VOD）的页面只印一个。',
  'A segment of a single stream is named as its playlist, with its start time at the end.':
    '单流的切片与其播放列表同名，末尾加上开始时间。',
  'An MP4 file of a single stream is named after application, room, user and stream, with an index where it was cut.':
    '单流的 MP4 文件以应用、房间、用户和流命名，有切分时加上索引。',
  'The playlist of a mixed stream is named after application and room.':
    '混流的播放列表以应用和房间命名。',
  'A segment of a mixed stream is named after application and room, with its start time at the end.':
    '混流的切片以应用和房间命名，末尾加上开始时间。',
  'An MP4 file of a mixed stream is named after application and room, with an index where it was cut.':
    '混流的 MP4 文件以应用和房间命名，有切分时加上索引。',
  'Playlists and segments that the high availability scheme records after a failure begin with ha1_, ha2_ or ha3_, so that they replace no original.':
    '高可用机制在故障后录制的播放列表和切片以 ha1_、ha2_ 或 ha3_ 开头，因此不会取代原文件。',
  'The number counts the recoveries of the task, and one task has at most three.':
    '该编号是任务的恢复次数，一个任务最多三次。',
  'All files of a task lie in one folder named by the task, below the prefix if there is one.':
    '任务的全部文件位于以任务命名的一个文件夹中，有前缀时在前缀之下。',
  'Every name carries the application’s SdkAppId.': '每个名称都带有应用的 SdkAppId。',
  'User IDs and string rooms stand in names as Base64 in which a hyphen replaces the slash and a dot the equals sign.':
    '名称中的用户 ID 和字符串房间号为 Base64，其中以连字符代替斜杠，以点代替等号。',
  'A plus sign stays, and has to be percent-encoded wherever the name becomes a URL.':
    '加号保留，凡名称成为 URL 之处必须百分号编码。',
  'An integer room stands in names as its digits.': '整型房间号在名称中写成其数字。',
  'A single stream’s name says main for the primary stream and aux for the substream.':
    '单流的名称以 main 表示主流，以 aux 表示辅流。',
  'A single HLS stream’s name says whether it is audio or video.':
    '单流 HLS 的名称说明它是音频还是视频。',
  'A stream that holds both is named audio_video, as in callbacks; one sibling page writes audiovideo.':
    '同时含两者的流名为 audio_video，与回调相同；一个相关页面写作 audiovideo。',
  'A segment’s name carries its start with year, month, day, hour, minute, second and millisecond.':
    '切片的名称带有其开始的年、月、日、时、分、秒和毫秒。',
  'As 17 digits; the time is the segment’s own, so that segments have different names.':
    '写成 17 位数字；时间是切片自己的，因此各切片名称不同。',
  'The time in a segment’s name is in UTC.': '切片名称中的时间为 UTC。',
  'The sample playlist contradicts it: its name lies eight hours ahead of its start time, and in another year.':
    '示例播放列表与之矛盾：其名称中的时间比开始时间晚八小时，且年份不同。',
  'The index of an MP4 file counts from 1 and is there only when the recording was cut.':
    'MP4 文件的索引从 1 计数，只有录制被切分时才有。',
  'The grid splits the canvas evenly into 1, 2, 4, 9, 16 or 25 windows, as few as the videos need, and shows up to 25.':
    '宫格布局把画布均分为 1、2、4、9、16 或 25 个窗口，取容得下全部视频的最小数，最多显示 25 路。',
  '"Between four and nine" is read as five to nine.': '“四到九之间”读作五到九。',
  'The floating layout fills the canvas with one video and lays the others over it in rows of four or five from the bottom left, with fixed sizes and gaps.':
    '悬浮布局以一路视频铺满画布，其余从左下角起按每行四或五个叠放其上，大小和间距固定。',
  'One large and up to 24 small windows, 25 videos in all.':
    '一个大窗口和最多 24 个小窗口，共 25 路视频。',
  'The screen sharing layout gives the left to one video and stacks the others in one or two columns on the right, and beyond 17 along the bottom.':
    '屏幕分享布局把左侧给一路视频，其余在右侧排成一列或两列，超过 17 路的沿底部排列。',
  'One large and up to 24 small windows; where no anchor is named the large one shows the background and counts all the same, or five small ones would not fit.':
    '一个大窗口和最多 24 个小窗口；未指定主播时大窗口显示背景，但仍然占位，否则五个小窗口放不下。',
  'In a custom layout the request places each video itself.':
    '自定义布局由请求安排每路视频的位置。',
  'A user who publishes only audio has a window, too.': '只发布音频的用户也有窗口。',
  'A mixed picture is laid out as grid, floating, screen sharing or custom, by default as grid.':
    '混流画面的布局为宫格、悬浮、屏幕分享或自定义，默认为宫格。',
  'A canvas is at most 1920 wide and high and has at most 1920 by 1080 pixels.':
    '画布的宽和高最大 1920，总像素最多为 1920 乘 1080。',
  'Segments of a user that lie more than 15 seconds apart, with neither audio nor video between, belong to different sections.':
    '同一用户相隔超过 15 秒、其间既无音频也无视频的切片，属于不同的段。',
  'A gap of exactly 15 seconds does not part them; a stream that is left out does not bridge.':
    '恰为 15 秒的间隔不分段；略去的流不填补间隔。',
  'The script makes one file for each section, or one for each user, with the primary stream, the substream or whichever there is.':
    '脚本为每段或每个用户生成一个文件，内容为主流、辅流或现有的任一路。',
  'A merged file is named after the user in Base64 and the start of its first segment, with _av.mp4 where it has video and .m4a where it has none.':
    '合并后的文件以用户的 Base64 和其首个切片的开始时间命名，有视频时为 _av.mp4，没有时为 .m4a。',
  'Callbacks may arrive in another order than the one in which the events happened.':
    '回调到达的顺序可能与事件发生的顺序不同。',
  'No page promises an order, and retries alone already change it.':
    '没有页面承诺顺序，重试本身就会改变顺序。',
  'A callback may arrive more than once.': '同一回调可能到达不止一次。',
  'Retries follow a time-out, after which the first may have been processed; an event is known by task, type, event time and file.':
    '重试发生在超时之后，而第一次可能已被处理；事件由任务、类型、事件时间和文件识别。',
  'Some callbacks may never arrive, because retries end after a minute.':
    '重试在一分钟后结束，因此有些回调可能永远不到达。',
  'Follows from the retry schedule for a receiver that was away for longer.':
    '由重试规则推出，适用于离线更久的接收端。',
  'Callbacks of several tasks and files are sent at the same time.':
    '多个任务和文件的回调会同时发送。',
  'What is not a genuine, readable callback is answered with a 4xx status.':
    '不是真实且可读的回调，以 4xx 状态码应答。',
  'A 5xx would be taken for a passing fault, a 2xx for acceptance.':
    '5xx 会被当作暂时故障，2xx 会被当作接受。',
  'No answer reveals the key, or the signature that a forged callback lacked.':
    '任何应答都不泄露密钥，也不泄露伪造回调所缺的签名。',
  'A receiver stays able to serve genuine callbacks, whatever else it is sent.':
    '无论还收到什么，接收端始终能够处理真实的回调。',
  'File names in callbacks are the names alone, without prefix and task.':
    '回调中的文件名只是名称，不含前缀和任务。',
  'As all samples show them; a receiver composes the key from the task.':
    '与全部示例相同；接收端由任务拼出对象键。',
  'The same address may receive genuine callbacks of other event groups, which are no recordings.':
    '同一地址可能收到其他事件组的真实回调，它们与录制无关。',
  'The console has one address for each group, and nothing forbids that they are the same.':
    '控制台对每个事件组设一个地址，没有规定禁止它们相同。',
  'What is known of a task never becomes less: a late callback does not undo a later state.':
    '对任务所知的内容绝不减少：迟到的回调不会撤销较晚的状态。',
  'Follows from the free order: 305 with 2 counts more than 1, and files told after 302 count.':
    '由顺序不定推出：Status 为 2 的 305 优先于 1，302 之后通知的文件也有效。',
  'Windows of a grid fill rows from the top left, those of two columns the left one first.':
    '宫格的窗口从左上角起逐行填充，两列布局的窗口先填左列。',
};
