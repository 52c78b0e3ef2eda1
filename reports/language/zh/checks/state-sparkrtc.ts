import type { Sentences } from '../../sentences.ts';

/** Titles and hints of the checks of state that SparkRTC alone has. */
export const stateSparkrtc: Sentences = {
  'Streams of two rooms that have the same name are both kept': '两个房间中同名的流都保留',
  'Underscores in ids are not escaped, so appid_roomid_userid reads in several ways: go by job_id and room_id.':
    'ID 中的下划线不会转义，因此 appid_roomid_userid 有多种读法：以 job_id 和 room_id 为准。',
  'Make the write idempotent: a unique key per object, insert-or-update instead of insert; or refuse a rand seen before.':
    '使写入幂等：按对象设唯一键，用“存在则更新”（insert-or-update）代替插入；或拒绝已出现过的 rand。',
  'Of thirty files of one job, the first is kept like the last':
    '一个任务的三十个文件，第一个与最后一个同样保留',
  'Keep every file: a rule may cut every minute, and a list that is rewritten as a whole must hold them all.':
    '保留每个文件：规则可能每分钟切分一次，整体重写的列表必须容得下全部。',
  'Earlier jobs of a room are not forgotten when later ones come':
    '房间有了新任务（job）后，先前的任务不被遗忘',
  'Keep every job of a room; a new one does not replace the last, and no cache may evict what was not stored.':
    '保留房间的每个任务（job）；新任务不取代上一个，缓存也不得淘汰尚未存储的内容。',
  'The end of a job takes nothing from the files that it completed': '任务结束不影响它已完成的文件',
  'CLOUD_RECORD_SERVER_OVER marks the job as over; do not delete, replace or hide its files on that account.':
    'CLOUD_RECORD_SERVER_OVER 表示任务结束；不要因此删除、替换或隐藏其文件。',
  'A file that is told complete after the end of its job is kept like one before it':
    '任务结束之后才通知完成的文件，与之前的同样保留',
  'CLOUD_RECORD_SERVER_OVER ends the recording, not your bookkeeping: uploads take time, so do not close the record.':
    'CLOUD_RECORD_SERVER_OVER 结束的是录制，不是您的记录：上传需要时间，因此不要关闭记录。',
  'The HLS recording and the MP4 file of one stream are both kept':
    '同一路流的 HLS 录制和 MP4 文件都保留',
  'A rule may record both formats at once: job, stream and times are equal then, so keep the format (or object) in the key.':
    '规则可同时录制两种格式：此时任务、流和时间都相同，因此键中要保留格式（或对象）。',
  'A job is found again under the very id that the callback carried':
    '用回调所带的原样 job_id 可以再次查到该任务',
  'A job_id is an opaque string: no numbers, no case folding, no fixed width of 32 characters.':
    'job_id 是不透明的字符串：不转数字、不折叠大小写、不限定为 32 个字符。',
  'What comes again after later news is old news: a job that is over stays over, and no file comes twice.':
    '在更新的通知之后重复到达的是旧消息：已结束的任务保持结束，文件不会出现两次。',
  'Files that a job completes after its first one are kept like the first':
    '任务在第一个文件之后完成的文件与第一个同样保留',
  'A complete file does not complete the job: it goes on in the next file, and in the other format.':
    '一个文件完成不等于任务完成：任务会继续录制下一个文件和另一种格式。',
  'A complete file is kept though its beginning never came':
    '文件的开始通知从未到达时，完成的文件仍被保留',
  'Let RECORD_FILE_COMPLETE create the job and the file that it speaks of: it says all there is to know.':
    '让 RECORD_FILE_COMPLETE 能创建它所说的任务和文件：它包含需要知道的一切。',
  'A file whose object is shown is kept though its callback lacks URL, bucket, format or app':
    '给出对象的文件，即使回调缺少 URL、桶、格式或应用，仍被保留',
  'The object’s key says which file it is: keep it, and make up for the rest from the configuration of your own.':
    '对象键说明是哪个文件：保存它，其余内容用自己的配置补足。',
  'A file is kept though its callback lacks size, length, picture, times or region':
    '即使回调缺少大小、时长、画面、时间或区域，文件仍被保留',
  'Answering 200 is not enough: store the file with what is known of it, and leave the rest empty.':
    '只应答 200 还不够：按已知内容存储文件，其余留空。',
  'Files of mixed streams are kept like those of single ones, and beside them':
    '混流文件与单流文件同样保留，两者并存',
  'The stream_name of a mixed stream begins with m_ and ends with the room: it names no user, which is no fault.':
    '混流的 stream_name 以 m_ 开头、以房间号结尾：它不指明用户，这不是错误。',
  'Merge instead of overwriting: the end of a job stays its end, and each completed file stays, whatever comes next.':
    '合并而不是覆盖：任务一旦结束即保持结束，完成的文件一律保留，无论之后到达什么。',
  'The mapped recordings are exactly the files that were told complete, each with its job':
    '映射出的录音正是被通知完成的文件，且各自带有其任务',
  'Store what callbacks say before you answer 200, and make sure that the observation shows it.':
    '应答 200 之前先存储回调的内容，并确保能从观测中看到。',
  'A completion or end that comes once more under a new rand leaves the state as it was':
    '以新 rand 再次到达的完成或结束通知不改变状态',
  'Recognise a repetition by what it speaks of, job and object: rand, timestamp and signature differ.':
    '按所说的任务和对象识别重复：rand、时间戳和签名都会不同。',
  'Store room_id as the text it is, 64 characters wide; never take the room out of stream_name or obs_object.':
    'room_id 按文本原样存储，列宽 64 个字符；绝不要从 stream_name 或 obs_object 中取房间号。',
  'All files of one stream are kept, and a new one that begins takes nothing from them':
    '一路流的全部文件都保留，新文件开始不影响已有的文件',
  'Key files by object: a job completes one file for each cut and pause, under one job_id and stream_name.':
    '以对象作文件的键：任务每次切分和暂停都完成一个文件，job_id 和 stream_name 相同。',
  'A user’s camera and screen are both kept': '用户的摄像头流和屏幕流都保留',
  'The names of a user’s two streams differ in their last letters alone, av_m and v_a: keep the whole name.':
    '用户两路流的名称只有末尾不同，即 av_m 和 v_a：要保留完整名称。',
  'Two jobs of one stream are both kept': '一路流的两个任务都保留',
  'Who comes back into a room gets a new job under the same stream_name: key by job_id or object, not by stream.':
    '再次进入房间的用户会在相同的 stream_name 下得到新任务：以 job_id 或对象为键，而不是流。',
  'Times of a file are shown as the moments that they are, at UTC':
    '文件的时间按其真实时刻（UTC）显示',
  'The Z of start_time and end_time means UTC: parse it with its zone, not as local time, and convert it once.':
    'start_time 和 end_time 的 Z 表示 UTC：连同时区一起解析，不要当作本地时间，且只转换一次。',
  'Acknowledge what you do not know and leave the state alone; a default branch is no end of a job.':
    '确认不认识的事件，但不改动状态；default 分支不等于任务结束。',
  'Compare stream names byte for byte and whole: two ids of 64 characters stand in them, with underscores of their own.':
    '流名要完整地逐字节比较：其中有两个 64 字符的 ID，各自可含下划线。',
  'A room has a stream per user, each under a job of its own: make job or stream part of the recording’s key.':
    '房间内每个用户各有一路流，各属不同的任务：任务或流应是录音键的一部分。',
};
