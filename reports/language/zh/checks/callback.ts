import type { Sentences } from '../../sentences.ts';

/** Titles and hints of the checks of callback: GME’s, which the others mostly share. */
export const callback: Sentences = {
  'The order of keys in the body does not matter': '正文中键的顺序无关紧要',
  'Parse the body as JSON; do not match it as text.': '把正文作为 JSON 解析，不要作为文本匹配。',
  'A charset in Content-Type does not matter': 'Content-Type 中的 charset 无关紧要',
  'Compare the media type only, or do not look at Content-Type at all.':
    '只比较媒体类型，或完全不看 Content-Type。',
  'Task ids up to 63 bits are accepted': '接受最大 63 位的任务编号',
  'TaskID is a 64-bit integer: use a type that holds it (int64, BIGINT, a string).':
    'TaskID 是 64 位整数：使用容得下它的类型（int64、BIGINT、字符串）。',
  'Room ids that look like numbers with leading zeros are accepted': '接受形似带前导零数字的房间号',
  'RoomID is a string: never read it as a number.': 'RoomID 是字符串：绝不要当作数字读取。',
  'Room ids of 127 characters are accepted': '接受 127 个字符的房间号',
  'Make the column at least 127 characters wide (508 bytes of UTF-8).':
    '列宽至少为 127 个字符（UTF-8 为 508 字节）。',
  'Mixed-stream callbacks are accepted with the user id 0 and with an empty one':
    '接受用户 ID 为 0 或为空的混流回调',
  'A mixed stream has no user: take whatever UserID says there.':
    '混流没有用户：UserID 中写什么都照收。',
  'Room ids outside ASCII are accepted': '接受 ASCII 以外的房间号',
  'RoomID is a string in UTF-8: do not limit it to ASCII letters and digits.':
    'RoomID 是 UTF-8 字符串：不要限定为 ASCII 字母和数字。',
  'User ids that are not plain numbers are accepted': '接受不是纯数字的用户 ID',
  'UserID is a string: real strings are given out on request, so do not read it as a number.':
    'UserID 是字符串：服务可按申请分配真正的字符串，因此不要当作数字读取。',
  'Callbacks with SeqNo 0 are accepted': '接受 SeqNo 为 0 的回调',
  'Segments count from 0: test for a missing SeqNo, not for a false one.':
    '分片从 0 计数：判断的应是 SeqNo 是否缺失，而不是其真假。',
  'Room ids with quotes, blanks, underscores and percent signs are accepted':
    '接受含引号、空格、下划线和百分号的房间号',
  'Use a JSON parser and bound parameters in queries; an identifier is any text.':
    '使用 JSON 解析器，查询使用绑定参数；标识符可以是任何文本。',
  'Event types that no document names are acknowledged': '对文档未列出的事件类型也予以确认',
  'Answer 2xx to an unknown EventType and do nothing; a refusal makes the service send it again and again.':
    '对未知的 EventType 应答 2xx 而不作处理；拒绝会使服务一再重发。',
  'Fields that no document names are ignored': '忽略文档未列出的字段',
  'Ignore what you do not know: a new field at the service must not cost you recordings.':
    '忽略不认识的内容：服务新增一个字段，不应使您丢失录音。',
  'A rightly signed body that is not UTF-8 is refused with a 4xx':
    '签名正确但不是 UTF-8 的正文以 4xx 拒绝',
  'Decode strictly (TextDecoder with fatal, bytes.decode("utf-8")): a replaced character is another identifier.':
    '严格解码（TextDecoder 加 fatal，bytes.decode("utf-8")）：字符一经替换就成了另一个标识符。',
  'A rightly signed body that is not a JSON object is refused with a 4xx':
    '签名正确但不是 JSON 对象的正文以 4xx 拒绝',
  'Answer 400 when the body does not parse; a 2xx hides a fault in between, a 5xx looks like yours.':
    '正文无法解析时应答 400；2xx 会掩盖中间环节的故障，5xx 看起来像您的故障。',
  'A rightly signed body without a required field is refused with a 4xx':
    '签名正确但缺少必需字段的正文以 4xx 拒绝',
  'Validate the body before you use it and answer 400 when a documented field is missing.':
    '使用前先验证正文，缺少文档规定的字段时应答 400。',
  'A rightly signed body with a field of the wrong type is refused with a 4xx':
    '签名正确但字段类型错误的正文以 4xx 拒绝',
  'Validate types as well as presence: RoomID and UserID are strings, TaskID is an integer.':
    '除字段是否存在外，还要验证类型：RoomID 和 UserID 是字符串，TaskID 是整数。',
};
