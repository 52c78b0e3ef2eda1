import type { Sentences } from '../../sentences.ts';

/** Titles and hints of the checks of callback that TRTC alone has. */
export const callbackTrtc: Sentences = {
  'EventTs is accepted as a number and as a string of digits': 'EventTs 为数字或数字字符串都被接受',
  'The table says number, half of the samples show a string: read EventTs from either, or use EventMsTs.':
    '表格写的是数字，半数示例却是字符串：两种都要能读 EventTs，或改用 EventMsTs。',
  'A flat 311 without Status, with its times in seconds, is accepted':
    '接受没有 Status、时间以秒表示的扁平 311',
  'One page shows stored files so: a 311 that names a FileId is a success though it has no Status.':
    '有一页文档如此描述已存储的文件：带有 FileId 的 311 即使没有 Status 也表示成功。',
  'Rooms that are numbers are accepted, also beyond 31 bits': '接受数字房间号，超过 31 位的也接受',
  'RoomId is a JSON number for integer rooms, up to 4294967294: take both types, and do not use a signed 32-bit integer.':
    '整型房间的 RoomId 是 JSON 数字，最大 4294967294：两种类型都要接受，且不要使用有符号 32 位整数。',
  'String rooms that look like numbers with leading zeros are accepted':
    '接受形似带前导零数字的字符串房间号',
  'A RoomId that is a string stays one: never read it as a number.':
    '字符串类型的 RoomId 始终是字符串：绝不要当作数字读取。',
  'String rooms of 64 bytes are accepted': '接受 64 字节的字符串房间号',
  'Make the column at least 64 characters wide; in file names the Base64 of it takes 88.':
    '列宽至少为 64 个字符；在文件名中其 Base64 占 88 个字符。',
  'FileList of a 310 is accepted as a string, and as a list of one file or several':
    '310 的 FileList 为字符串、单文件列表或多文件列表都被接受',
  'The table says string, the samples have a list of two: treat a string as a list of one.':
    '表格写的是字符串，示例却是含两个文件的列表：把字符串当作只有一项的列表。',
  'Callbacks without EventMsTs and FileMessage, as in the edition of 2022, are accepted':
    '接受 2022 年版文档中没有 EventMsTs 和 FileMessage 的回调',
  'Take EventMsTs and FileMessage where they are, EventTs and FileList where they are not.':
    '有 EventMsTs 和 FileMessage 就用它们，没有则用 EventTs 和 FileList。',
  'Genuine callbacks of other event groups are acknowledged': '其他事件组的真实回调也予以确认',
  'Answer 200 to what is rightly signed and not of EventGroupId 3, and do nothing: it is no recording.':
    '签名正确但 EventGroupId 不为 3 的回调，应答 200 而不作处理：它不是录制事件。',
  'File names are accepted with folders and with other underscores than the naming rule has':
    '接受带文件夹、或下划线与命名规则不同的文件名',
  'Keep file names as they come; sibling pages spell them in other ways, so do not refuse by pattern.':
    '文件名按原样保留；相关页面另有写法，因此不要按模式拒绝。',
  'Task ids that begin with hyphens, end with dots or have 60 characters are accepted':
    '接受以连字符开头、以点结尾或长 60 个字符的任务 ID',
  'TaskId is an opaque string: real ones begin with a hyphen or end with a dot; mind validators, shells and paths.':
    'TaskId 是不透明的字符串：真实的 TaskId 会以连字符开头或以点结尾；注意校验器、命令行和路径。',
  'Recorded users with ids of any characters are accepted': '录制用户的 ID 由任何字符组成都被接受',
  'Take UserId as the string it is, and undo the replacements of - and . before you decode one from a file name.':
    'UserId 按字符串原样使用；从文件名解码时，先还原对 - 和 . 的替换。',
  'FileList of a 304 is accepted as a string and as a list':
    '304 的 FileList 为字符串或列表都被接受',
  'Read FileList of 304 and 310 with the same code: a string is a list of one.':
    '用同一段代码读取 304 和 310 的 FileList：字符串就是只有一项的列表。',
  'An integer room is accepted as a number and as a string of its digits':
    '整型房间写成数字或其数字字符串都被接受',
  'The table says string or number, and samples show digits as a string: take both.':
    '表格写的是字符串或数字，示例把数字写成字符串：两种都要接受。',
  'BeginTimeStamp of a 307 is accepted as a number and as a string of digits':
    '307 的 BeginTimeStamp 为数字或数字字符串都被接受',
  'The documents disagree on the type of BeginTimeStamp: read it from either.':
    '各文档对 BeginTimeStamp 的类型说法不一：两种都要能读。',
  'Rooms that are strings of any permitted characters are accepted':
    '由任何允许的字符组成的字符串房间号都被接受',
  'A string room may hold blanks, signs and the separators of your own keys: use a JSON parser and bound parameters.':
    '字符串房间号可以含空格、符号以及您自己键值的分隔符：使用 JSON 解析器和绑定参数。',
  'Answer 200 to an unknown EventType and do nothing; a refusal makes the service send it for a minute.':
    '对未知的 EventType 应答 200 而不作处理；拒绝会使服务在一分钟内反复重发。',
  'The state of a 305 is accepted in Status and in LeaveCode':
    '305 的状态放在 Status 或 LeaveCode 中都被接受',
  'Samples have Status, a newer table has LeaveCode: read whichever is there.':
    '示例用 Status，较新的表格用 LeaveCode：哪个存在就读哪个。',
  'What a 311 tells of its file is accepted inside TencentVod and beside Status':
    '311 的文件信息放在 TencentVod 内或与 Status 并列都被接受',
  'The table is flat, the samples are nested: look into TencentVod where it is there, into Payload where not.':
    '表格是扁平的，示例是嵌套的：有 TencentVod 时从中读取，没有则从 Payload 读取。',
  'Validate types as well as presence: TaskId and UserId are strings, EventInfo and Payload are objects.':
    '除字段是否存在外，还要验证类型：TaskId 和 UserId 是字符串，EventInfo 和 Payload 是对象。',
};
