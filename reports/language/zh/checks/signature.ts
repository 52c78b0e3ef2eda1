import type { Sentences } from '../../sentences.ts';

/** Titles and hints of the checks of signature. */
export const signature: Sentences = {
  'The signature is verified over the bytes as they came, whatever the JSON looks like':
    '无论 JSON 如何书写，都按收到的原始字节校验签名',
  'Compute the MAC over the raw request body, before any JSON parser has touched it; never over re-serialised JSON.':
    '在任何 JSON 解析器处理之前，对原始请求正文计算 MAC；绝不要对重新序列化的 JSON 计算。',
  'Signatures with the characters + and / are accepted': '接受含有 + 和 / 字符的签名',
  'Compare with standard Base64 including padding; do not decode it as URL-safe Base64 or as form data, where + is a blank.':
    '与带填充的标准 Base64 比较；不要按 URL 安全的 Base64 或表单数据解码，那样 + 会变成空格。',
  'A forged callback is answered with a 4xx status': '以 4xx 状态码应答伪造的回调',
  'Answer 401 or 403: a 2xx hides the attack, a 5xx makes it look like your fault.':
    '应答 401 或 403：2xx 会掩盖攻击，5xx 会使它看起来像您的故障。',
  'A refusal tells neither the key nor the signature that would have been right':
    '拒绝应答既不泄露密钥，也不泄露正确的签名',
  'Answer a failed verification with a fixed text; log the expected value at most on your side.':
    '校验失败时应答固定文本；正确的签名最多只写入自己一侧的日志。',
  'A forged callback changes nothing in what is already known': '伪造的回调不会改变已知的内容',
  'Verify before you look anything up: also an update of a known recording needs a right signature.':
    '先校验签名，再查询任何内容：更新已知录音同样需要正确的签名。',
  'A refused callback changes nothing in the receiver’s state':
    '被拒绝的回调不在接收端状态中留下痕迹',
  'Verify first and store afterwards; a refused callback must not reach the database.':
    '先校验，后存储；被拒绝的回调不得到达数据库。',
  'A body changed at its start, middle or end is refused, for every event type':
    '对每类事件，开头、中间或结尾被改动的正文都被拒绝',
  'The MAC covers the whole body: verify all Content-Length bytes of it.':
    'MAC 覆盖整个正文：校验全部 Content-Length 个字节。',
  'A body with inserted bytes that are not UTF-8 is refused': '插入了非 UTF-8 字节的正文被拒绝',
  'Compute the MAC over bytes, not over a decoded text in which invalid bytes have been dropped or replaced.':
    '对字节计算 MAC，而不是对已丢弃或替换了非法字节的解码文本计算。',
  'A value that can be made without the key’s HMAC is refused': '不用密钥 HMAC 就能得出的值被拒绝',
  'Use HMAC with the permission key; refuse to start when the key is empty.':
    '使用以权限密钥计算的 HMAC；密钥为空时拒绝启动。',
  'A callback without a signature is refused': '没有签名的回调被拒绝',
  'A missing or empty Signature is a failed verification, not a reason to skip it.':
    'Signature 缺失或为空就是校验失败，而不是跳过校验的理由。',
  'A MAC of another algorithm than HMAC-SHA1 is refused': '用 HMAC-SHA1 以外算法计算的签名被拒绝',
  'Accept HMAC-SHA1 only; do not try several algorithms in turn.':
    '只接受 HMAC-SHA1；不要依次尝试多种算法。',
  'A signature that is right for another body is refused': '属于另一份正文的签名被拒绝',
  'Compute the MAC anew for each request; never remember signatures as good.':
    '对每个请求重新计算 MAC；绝不要把签名记为“可信”。',
  'A body with other white space, escapes or key order than was signed is refused':
    '空白、转义或键的顺序与签名时不同的正文被拒绝',
  'Compute the MAC over the raw bytes, untrimmed; equal JSON is not an equal body.':
    '对未经裁剪的原始字节计算 MAC；JSON 等价不等于正文相同。',
  'A shortened or altered signature is refused': '被截短或改动的签名被拒绝',
  'Compare the whole value, all characters, in constant time; check the lengths first.':
    '以固定时间比较整个值的全部字符，并先检查长度。',
  'A signature with upper and lower case swapped is refused': '大小写互换的签名被拒绝',
  'Base64 is case-sensitive: compare the value as it is.': 'Base64 区分大小写：按原样比较。',
  'A callback signed with another key is refused': '用另一密钥签名的回调被拒绝',
  'Verify every callback with your application’s permission key before you use it.':
    '使用回调之前，先用应用的权限密钥校验每一个回调。',
  'Use HMAC with the callback key; refuse to start when the key is empty.':
    '使用以回调密钥计算的 HMAC；密钥为空时拒绝启动。',
  'A missing or empty Sign is a failed verification, not a reason to skip it; the right SdkAppId proves nothing.':
    'Sign 缺失或为空就是校验失败，而不是跳过校验的理由；SdkAppId 正确不能证明任何事。',
  'A MAC of another algorithm than HMAC-SHA256 is refused':
    '用 HMAC-SHA256 以外算法计算的 MAC 被拒绝',
  'Accept HMAC-SHA256 only; do not try several algorithms in turn.':
    '只接受 HMAC-SHA256；不要依次尝试多种算法。',
  'Verify every callback with your application’s callback key before you use it.':
    '使用回调之前，先用应用的回调密钥校验每一个回调。',
  'A body changed at its start, middle or end is refused, for every event':
    '对每种事件，开头、中间或结尾被改动的正文都被拒绝',
  'A callback without X-Rtc-Rand or X-Rtc-Timestamp, or without any of the headers, is refused':
    '缺少 X-Rtc-Rand 或 X-Rtc-Timestamp、或三个头部全缺的回调被拒绝',
  'Where a key is set every callback has all three headers: what lacks one is not from the service.':
    '设置了密钥时，每个回调都带全部三个头部：缺少任何一个的都不是服务发来的。',
  'A missing or empty X-Rtc-Signature is a failed verification, not a reason to skip it.':
    'X-Rtc-Signature 缺失或为空就是校验失败，而不是跳过校验的理由。',
  'A MAC over less than rand, timestamp and body, or over them in another order, is refused':
    '未覆盖 rand、时间戳和正文全部三者，或以其他顺序计算的 MAC 被拒绝',
  'Compute HMAC-SHA256 over rand + timestamp + body, in this order and with nothing between; do not try other ways.':
    '对 rand + 时间戳 + 正文按此顺序、中间不加任何字符计算 HMAC-SHA256；不要尝试其他方式。',
  'A callback whose X-Rtc-Rand is not the signed one is refused':
    'X-Rtc-Rand 与签名时不同的回调被拒绝',
  'The MAC covers X-Rtc-Rand, then X-Rtc-Timestamp, then the body: put the header’s own text first.':
    'MAC 依次覆盖 X-Rtc-Rand、X-Rtc-Timestamp 和正文：最前面放头部的原文。',
  'A callback whose X-Rtc-Timestamp is not the signed one is refused':
    'X-Rtc-Timestamp 与签名时不同的回调被拒绝',
  'The MAC covers X-Rtc-Timestamp as well; a time that is not signed says nothing of the sender’s clock.':
    'MAC 也覆盖 X-Rtc-Timestamp；未经签名的时间不能说明发送方的时钟。',
  'A random number is taken as the text it is, with leading zeros, short or long':
    '随机数按原文处理，带前导零、很短或很长时也是如此',
  'Sign the header’s text: a rand that went through a number type loses zeros and digits.':
    '对头部的原文签名：经过数字类型的 rand 会丢失前导零和位数。',
};
