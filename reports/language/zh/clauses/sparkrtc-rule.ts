import type { Sentences } from '../../sentences.ts';

/** Statements and readings of the clauses of SparkRTC’s recording rules and their sibling pages. */
export const sparkrtcRule: Sentences = {
  'The streams of each user in a room are recorded into files of their own.':
    '房间内每个用户的流录制到各自的文件中。',
  'Camera and screen are two streams: each has a name, a job and files of its own.':
    '摄像头和屏幕是两路流：各有名称、任务和文件。',
  'With automatic recording, single streams are recorded without a call to the API.':
    '自动录制时，无需调用 API 即录制单流。',
  'A room is recorded by the recording rule of its application.': '房间按其应用的录制规则录制。',
  'An application has at most one recording rule.': '一个应用最多有一条录制规则。',
  'One in each location, as the API has it; there is one location.':
    '每个位置一个，与 API 相同；只有一个位置。',
  'Automatic recording takes effect for rooms that are created after it was enabled, and for no others.':
    '自动录制只对启用之后创建的房间生效。',
  'A room is created by its first user and lasts until it is empty.':
    '房间由第一个用户创建，持续到无人为止。',
  'Without automatic recording, a recording job is started by a call to the API that names the rule.':
    '未启用自动录制时，由指定规则的 API 调用启动录制任务。',
  'A recording has the resolution of the pushed stream.': '录制的分辨率与推送的流相同。',
  'So width and height of a completed file’s callback are those of its pictures.':
    '因此完成文件的回调中的宽和高就是其画面的宽和高。',
  'Notifications are sent where a callback URL is set.': '设置了回调 URL 才发送通知。',
  'After a recording is complete, the callback URL is told about it and the files can be managed in the bucket.':
    '录制完成后会通知回调 URL，文件可在存储桶中管理。',
  'Recordings are stored in the OBS bucket that the rule names.':
    '录制文件存储在规则指定的 OBS 桶中。',
  'The bucket lies in the region CN North-Beijing4.':
    '桶位于区域华北-北京四（CN North-Beijing4）。',
  'In the API that region is cn-north-4.': '在 API 中，该区域为 cn-north-4。',
  'A bucket in several availability zones is advised.': '建议使用多 AZ 的桶。',
  'SparkRTC has to be granted access to the bucket before it can record.':
    'SparkRTC 需先获得桶的授权才能录制。',
  'Recordings lie below the storage path that the rule names.':
    '录制文件位于规则指定的存储路径之下。',
  'The path, a slash, and the name by the pattern; without a path the bucket’s root.':
    '路径、一个斜杠，再加按模式生成的名称；没有路径时为桶的根。',
  'Recordings are HLS, MP4 or both, as the rule says.': '按规则，录制文件为 HLS、MP4 或两者。',
  'Each format is cut and named by its own part of the rule, whatever the other says.':
    '每种格式按规则中自己的部分切分和命名，与另一种格式无关。',
  'Folder and name of a playlist or MP4 file follow the rule’s pattern, by default {app_id}/{record_format}/{stream}_{file_start_time}/{stream}_{file_start_time}.':
    '播放列表或 MP4 文件的文件夹和名称遵循规则的模式，默认为 {app_id}/{record_format}/{stream}_{file_start_time}/{stream}_{file_start_time}。',
  'A pattern knows four variables: app_id, record_format, stream and file_start_time.':
    '模式有四个变量：app_id、record_format、stream 和 file_start_time。',
  'All else in a pattern is literal.': '模式中的其他内容都是字面文本。',
  'In a name, record_format is the recording’s format.': '名称中的 record_format 是录制的格式。',
  'In upper case, as the API spells formats; the sample callback, with an older path, has hls.':
    '大写，与 API 中格式的写法相同；示例回调使用较旧的路径，写的是 hls。',
  'In a name, file_start_time is the time at which the file was generated.':
    '名称中的 file_start_time 是文件生成的时间。',
  'Generated, not begun: in the sample it is 10 seconds after start_time. Not before the first frame, not after the last.':
    '是生成的时间，不是开始的时间：示例中比 start_time 晚 10 秒。不早于第一帧，不晚于最后一帧。',
  'The time in a name is written yyyy-MM-dd-HH-mm-ss at UTC.':
    '名称中的时间写作 yyyy-MM-dd-HH-mm-ss，为 UTC。',
  'From the sample callback, whose start_time at UTC is 10 seconds before its file name’s time.':
    '依据示例回调：其 UTC 的 start_time 比文件名中的时间早 10 秒。',
  'The recording length of HLS is 1 to 720 minutes, or 0 for one file of the whole stream.':
    'HLS 的录制周期为 1 至 720 分钟，0 表示整路流为一个文件。',
  'In the API 60 to 43200 seconds.': '在 API 中为 60 至 43200 秒。',
  'The recording length of MP4 is 1 to 180 minutes.': 'MP4 的录制周期为 1 至 180 分钟。',
  'In the API 60 to 10800 seconds; 0 is not among them.': '在 API 中为 60 至 10800 秒；不包括 0。',
  'A stream that is recorded for longer than the recording length goes on in another file.':
    '流的录制超过录制周期时，在另一个文件中继续。',
  'The text has the greatest lengths as examples. Counted is what was recorded, without merged pauses; no file holds more.':
    '正文以最大时长举例。计入的是录制的内容，不含被合并的暂停；没有文件超过它。',
  'A rule can begin a new file after every pause of the stream.':
    '规则可以规定流每次暂停后开始新文件。',
  'An HLS rule can go on in the same file after any pause of up to 30 days; MP4 has no such rule.':
    'HLS 规则可以规定在最长 30 天的任何暂停后继续同一文件；MP4 没有此种规则。',
  'In the API -1.': '在 API 中为 -1。',
  'A rule can name a length: after a shorter pause the same file goes on, after a longer one a new file begins.':
    '规则可以规定一个时长：较短的暂停之后继续同一文件，较长的之后开始新文件。',
  'In the API 1 to 300 seconds. A pause of exactly that length is within it.':
    '在 API 中为 1 至 300 秒。恰为该时长的暂停也在其内。',
  'Recordings can be looked at, downloaded and shared in the console.':
    '录制文件可在控制台查看、下载和分享。',
  'As the callbacks of other services; none is said.': '与其他服务的回调相同；文档未作说明。',
  'No order is promised, and requests over a network keep none by themselves.':
    '没有承诺顺序，经过网络的请求本身也不保持顺序。',
  'A notification that arrives twice says nothing more than once.':
    '到达两次的通知与到达一次含义相同。',
  'Networks and proxies repeat requests, even where the service itself does not.':
    '即使服务自身不重复，网络和代理也会重复请求。',
  'Some notifications may never arrive.': '有些通知可能永远不到达。',
  'No re-send is promised: what a receiver did not answer is lost.':
    '没有承诺重发：接收端没有应答的就丢失了。',
  'A notification that was not delivered is not sent again.': '未送达的通知不会重发。',
  'The documents name no retry; the other reading is at once, then every 10 seconds for one minute.':
    '文档没有提到重试；另一种解读是立即重试，之后一分钟内每 10 秒一次。',
  'Fields, event types and formats that no document names yet may appear.':
    '可能出现尚无文档列出的字段、事件类型和格式。',
  'The sample has a field that the table lacks, and the examples an event that it lacks.':
    '示例有表格没有的字段，各例中有表格没有的事件。',
  'Notifications of several rooms, users, formats and files are sent at the same time.':
    '多个房间、用户、格式和文件的通知会同时发送。',
  'A stream’s job lasts from its first publishing until its user leaves, a mixed job until the room is empty.':
    '一路流的任务从首次发布持续到其用户离开，混流任务持续到房间无人。',
  'Its files are closed then, whatever the rule says of pauses; who comes back is recorded by another job.':
    '此时其文件关闭，与规则对暂停的规定无关；再次进入者由另一个任务录制。',
  'Playlists end in .m3u8, media segments in .ts, MP4 files in .mp4.':
    '播放列表以 .m3u8 结尾，媒体切片以 .ts 结尾，MP4 文件以 .mp4 结尾。',
  'The sample has .m3u8, and patterns name files without their endings.':
    '示例带有 .m3u8，而模式给出的文件名不含扩展名。',
  'The media segments of a playlist lie in its folder, under names that the playlist has.':
    '播放列表的媒体切片位于其文件夹中，名称与播放列表所列相同。',
  'No document names segments: only the playlist says which are its own.':
    '没有文档规定切片的命名：只有播放列表说明哪些切片属于它。',
  'A rule names region, project and bucket, its formats in upper case, and a block of settings for each format.':
    '规则指定区域、项目和桶、大写的格式，以及每种格式的一组设置。',
  'Creating a rule where one exists replaces it.': '在已有规则处创建规则会取代它。',
  'A changed rule acts on streams that begin five minutes later.':
    '更改后的规则对五分钟后开始的流生效。',
  'An HLS rule can set the length of media segments to 2 to 60 seconds, else it is 10.':
    'HLS 规则可把媒体切片的时长设为 2 至 60 秒，否则为 10 秒。',
  'A target: encoders cut at key frames, and the last segment is shorter.':
    '是目标值：编码器在关键帧处切分，最后一个切片更短。',
  'Automatic recording records single streams only.': '自动录制只录制单流。',
  'An automatically recorded stream is named appid_roomid_userid, then av_m for the camera with sound or v_a for the screen.':
    '自动录制的流名为 appid_roomid_userid，后接 av_m（摄像头带声音）或 v_a（屏幕）。',
  'A single stream recorded through the API is named s_jobid_roomid_userid.':
    '通过 API 录制的单流名为 s_jobid_roomid_userid。',
  'A mixed stream is named m_jobid_roomid.': '混流名为 m_jobid_roomid。',
  'Room and user IDs have up to 64 bytes of letters, digits, underscores and hyphens.':
    '房间号和用户 ID 最长 64 字节，由字母、数字、下划线和连字符组成。',
  'The underscore makes stream names ambiguous: whose a stream is, the body’s fields say.':
    '下划线使流名有歧义：流属于谁，由正文的字段说明。',
};
