import type { Sentences } from '../../sentences.ts';

/** Titles and hints of the checks of callback that SparkRTC alone has. */
export const callbackSparkrtc: Sentences = {
  'A callback that says next to nothing is acknowledged': '几乎不含内容的回调也予以确认',
  'Where nothing is said that you could keep, answer 200 all the same: by the table every field may be missing.':
    '即使没有可保存的内容，也应答 200：按表格，任何字段都可能缺失。',
  'Files of hours and of more than 32 bits of bytes are accepted':
    '接受长达数小时、字节数超过 32 位的文件',
  'A file of 12 hours exceeds 4 GiB: take file_size and record_duration as 64-bit integers.':
    '12 小时的文件会超过 4 GiB：file_size 和 record_duration 用 64 位整数。',
  'Room ids that look like numbers are accepted': '接受形似数字的房间号',
  'A room_id is a string: never read it as a number.': 'room_id 是字符串：绝不要当作数字读取。',
  'Room ids with underscores and hyphens anywhere are accepted':
    '任何位置带下划线和连字符的房间号都被接受',
  'Underscores belong to room ids as well as to names of streams: take room_id from its field.':
    '下划线既可出现在房间号中，也可出现在流名中：房间号要从 room_id 字段读取。',
  'Room ids of 64 characters are accepted': '接受 64 个字符的房间号',
  'Make the column 64 characters wide, and wider for stream_name, which holds two such ids.':
    '列宽设为 64 个字符；stream_name 含两个这样的 ID，列要更宽。',
  'A callback is accepted whichever one of its fields is missing, and without all of the file’s':
    '无论缺少哪一个字段，或缺少文件的全部字段，回调都被接受',
  'No field is mandatory: store what is there, and let no schema, column or URL insist on the rest.':
    '没有必填字段：有什么存什么，不要让任何 schema、列或 URL 强求其余字段。',
  'Messages in any script are accepted': '消息使用任何文字都被接受',
  'The body is UTF-8: verify its bytes, and decode them as UTF-8 and nothing else.':
    '正文是 UTF-8：校验其字节，并且只按 UTF-8 解码。',
  'The end of a job is acknowledged under its other name, CLOUD_RECORD_OVER, as well':
    '任务结束事件以另一名称 CLOUD_RECORD_OVER 到达时同样予以确认',
  'One page calls the event CLOUD_RECORD_SERVER_OVER, examples of the API CLOUD_RECORD_OVER: take both.':
    '一页文档称该事件为 CLOUD_RECORD_SERVER_OVER，API 示例称为 CLOUD_RECORD_OVER：两者都要接受。',
  'Job ids of digits, of capitals and with hyphens are accepted':
    '由数字、大写字母组成或带连字符的任务 ID 都被接受',
  'A job_id is an opaque string: mind validators and columns made for the sample’s form.':
    'job_id 是不透明的字符串：注意按示例形式编写的校验器和列。',
  'Streams of users with any permitted ids are accepted': '用户 ID 为任何允许的值时，其流都被接受',
  'A user id of 64 characters and underscores makes a long stream_name with many of them: do not take it apart.':
    '由下划线组成的 64 字符用户 ID 会使 stream_name 很长且含许多下划线：不要拆解它。',
  'Answer 200 to an unknown event_type and do nothing: no document lists all that may ever come.':
    '对未知的 event_type 应答 200 而不作处理：没有文档列出将来可能出现的全部类型。',
  'Validate what you use: event_type and room_id are strings. What is not there at all is no fault.':
    '只验证用到的内容：event_type 和 room_id 是字符串。完全没有的字段不是错误。',
};
